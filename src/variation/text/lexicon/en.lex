# Starling's phrase lexicon, English. The form is told at the head of zh.lex; an option begins with a
# capital where the words it replaces did, and whole words only are matched.

[plain]

## openers and greetings

@1doj31i hi everyone / hello everyone / hi everybody / hi all / hello all {<^}
auto {>$ we I just this it's}
offer
+ Hi everyone, the new menu is out
+ Hi all, a small update
- Say hi everyone

@cp8j0a hey everyone > hi everyone {<^}
+ Hey everyone, a small update
- They hey everyone

@1dqf102 good morning everyone / morning everyone / good morning all / morning all {<^}
was p661ge
auto good morning everyone / good morning all {>$ we I just}
offer
+ Good morning everyone, coffee is on
? Morning all, the van is back
- A good morning everyone shared

@12hglyh hi folks > hi everyone / hi all {<^}
+ Hi folks, we are open again
- No hi folks

@1hjfbe a quick note / a short note
+ A quick note before the weekend
- Without a quick note

@dvl1gn a quick update / a short update
+ A quick update on the kitchen
- Not a quick update

@10q3sij quick reminder / a quick reminder / friendly reminder {<^}
+ Quick reminder: the clinic moves
- No quick reminder

@1p3x555 big news / some big news {<^} {>$}
+ Big news, we are moving
- Not big news

@1qbjneo we are excited to / we are thrilled to / we are so happy to
auto {>announce share welcome introduce be_working be_back}
offer
+ We are excited to share the new menu
? We are excited to open our doors
- We are not excited to

@1lml10a we're excited to / we're thrilled to / we're so happy to
auto {>announce share welcome introduce be_working be_back}
offer
+ We're excited to share this
- We're not sure we're excited to share

@1r4v7fw I am excited to / I am thrilled to / I am so happy to
auto {>announce share welcome introduce be_working be_back}
offer
+ I am excited to share this
- If I am excited to share

@1o21f3k I'm excited to / I'm thrilled to / I'm so happy to
auto {>announce share welcome introduce be_working be_back}
offer
+ I'm excited to share this
- If I'm excited to share

@ke1s0f so excited / so thrilled
auto {>to_share to_announce to_welcome}
offer {>to that for about}
+ So excited to share this at last
? So excited to see you all
- Not so excited to

@1j9v7g1 happy to / glad to {<^ am I'm are we're be always also}
auto {>help hear see say answer report be_back}
+ Always happy to help
- Not always happy to

@815eu9 I wanted to share / I want to share
auto {<^ today} {>three some a_few a_story a_quick something}
offer
+ I wanted to share some of the work
? I wanted to share what we learned
- I never said I wanted to share

@md4a58 just wanted to say / wanted to say
auto {<^ I} {>thank thanks a_big a_huge hi congratulations well_done}
offer
+ I wanted to say thank you
- I never wanted to say

## asking to act

@11abki3 message me / send me a message / drop me a message {<!can_not to}
auto {>$ if for with or and on to at}
offer {>!boards}
+ Message me for the details
- Do not message me

@1ppg1d8 send us a message / drop us a message / message us
auto {>$ if for with or and on to at}
offer
+ Send us a message and we will find a time
- Do not send us a message

@ma6s8b drop me a line / send me a note
auto {>$ if and at with}
offer
+ Drop me a line with your size
? Drop me a line this week
- Never drop me a line

@ykrtky reach out > get in touch {<!hands arms}
auto {>$ and_we and_I}
offer {>$ and}
+ Reach out and we will set a time
- Never reach out
- Let children reach out to animals slowly

@ryfbiq reach out to / get in touch with
auto {>me us our_team our_office}
offer {>me us our}
+ Reach out to us for a quote
+ Get in touch with me before the fair
- Never reach out to us
- Get in touch with nature

@1p1sxf0 contact / get in touch with {>me us our_office our_team the_office} {<^ please to and or}
+ Please contact us for a quote
- The contact our office gave you
- Make contact me first

@17fmgky let me know / tell me
auto {<^ please just and} {>which what_size what_colour what_color what_time what_you_need how_many}
offer {>what which how when} {<!they will}
+ Let me know which colour you like
? Let me know what you think
- If you let me know
- Message me to let me know.

@lo5hwy let us know / tell us
auto {<^ please just and} {>which what_size what_colour what_color what_time what_you_need how_many}
offer {>what which how when} {<!they will}
+ Let us know how many are coming
? Let us know what you think
- Unless you let us know
- Call ahead to let us know.

@183u1tp feel free to / you are welcome to
auto {<^ and so but}
offer {<!not}
+ Feel free to stop by
- Do not feel free to

@p0380y take a look / have a look
auto {>$ at and around through inside if below here}
offer
+ Take a look at the new rooms
- Do not take a look

@4iy16c have a look around / take a look around
+ Have a look around the garden
- Do not have a look around

@1ue89p1 come see > come and see {>us the our this what how it for}
+ Come see the new place
- Do not come see the new place

@1ba84da stop by / drop by / swing by {>$ the our for on any and this}
was 18bgnp1
auto stop by / drop by {<^ please and or just to can} {>!the_weekend the_end}
offer
+ Stop by the shop this week
- Do not stop by the shop

@1lhsfa5 come by / stop by {>$ the our for and this}
auto {<^ please and or just can} {>!the_end}
offer
+ Come by the studio
- Hard to come by at work, not easy to come by

@15zo032 come say hi > come and say hi
+ Come say hi at the booth
- Do not come say hi

@6sdhtl say hi to / say hello to
+ Say hi to the team
- Do not say hi to

@nr79kv pick up > grab {<^ and to}
auto {>a_loaf a_bag a_box some_bread some_flowers a_coffee}
+ Come in and pick up a loaf
- Never pick up the phone
- Remember to pick up your children

@1idwyg sign up / register {<^ to and}
auto {>here now today below for} {>!for_(?:vat|tax|gst|benefits)}
offer {>here now at today below for}
+ Sign up here
- Do not sign up here

@8ctoh3 book your / reserve your
auto {>seat place spot table slot}
offer {>seat place spot table slot visit}
+ Book your table early
- Do not book your table

@hct4rf save your spot / reserve your spot
+ Save your spot below
- Never save your spot

@yolhzs save the date / mark your calendar / mark the date
was vqwrd3
auto save the date / mark your calendar {<^ and so} {>$ for}
offer
+ Save the date for the fair
- Do not save the date

@1kyvg6r check out / take a look at {<^ and to}
auto {>the_new our this_new my}
offer {>the our this these my}
+ Check out the new range
- Do not check out the new range

@17hhh79 find out more / learn more
auto {<^ to and or please} {>$ about here}
offer
+ Come by to find out more about it
? Find out more on the site
- Not to find out more

@g7cgl0 click the link / tap the link / follow the link
+ Click the link for the menu
- Do not click the link

@kmp52 link is in the comments / link is in the comments below
auto {>$}
offer
+ The link is in the comments
- No link is in the comments

@k39ija comment below / leave a comment below {<^ please and or just}
auto {>$ if with and to}
offer
+ Comment below and I will send it
- Do not comment below
- The comment below says it all

@3i8k1x in the comments / in the comments below
auto {<know link yours thoughts answers questions} {>$}
offer {>!section below}
+ Leave your thoughts in the comments
? Tell me in the comments
- Not in the comments

@19hnyg6 please share this with / please pass this on to / please forward this to
was h2rq8
auto please share this with / please pass this on to {>anyone someone friends your_friends your_colleagues}
offer
+ Please share this with anyone on your street
? Please share this with your parents
- Please do not please share this with

@1qdacth share this with / pass this on to
auto {<^ and so just} {>anyone someone friends your_friends a_friend}
offer {<!not please}
+ Share this with a friend
- Do not share this with

@6q4z5r spread the word / help spread the word
auto {<^ and please} {>$ about and}
offer
+ Spread the word and bring a neighbour
? Spread the word to the neighbours
- Do not spread the word

@ex2dqb bring a friend / bring a friend along / bring along a friend
auto {>$ to for}
offer
+ Bring a friend to class
- Do not bring a friend

@ztvvdq bring the family / bring the whole family / bring your family
auto {>$ along to for down}
offer
+ Bring the family for brunch
- Do not bring the family

@qn7h64 bring the kids / bring the children / bring your kids
auto {<^ and so} {>$ along down}
offer
+ Bring the kids along
- Do not bring the kids

@qqw6sl see you there / hope to see you there {<^} {>$}
+ See you there!
- We will see you there!

@u0bnq5 see you soon / hope to see you soon {<^} {>$}
+ See you soon!
- I will see you soon!

@tyhizf come along / join us {<^}
was nie7p9
auto come along > join us {>for}
offer {>$ and for}
+ Come along for a class
? Come along and try a class
- Do not come along

@oao20z join us > come and join us {<^}
auto {>for at}
offer {>for at on in and}
+ Join us for the tasting
- Never join us for

@1ee5sfe give us a call / call us {>$ and for any at on to before} {<^ or please and just to}
+ Give us a call and ask
- Never give us a call
- Visitors call us for any reason

@1xhhaar ring us > call us / give us a call {>$ and for any at on to before} {<^ or please and just}
+ Ring us for a quote
- Never ring us
- Visitors ring us for any reason

@14wifs4 give me a call / call me {>$ and for at on to before} {>!at_heart to_mind} {<^ or please and just to}
+ Give me a call and ask
- Never give me a call
- That is what they call me

@dql6in ring me > call me / give me a call {>$ and for at on to before} {<^ or please and just to}
+ Ring me and ask
- Never ring me
- The people who ring me and ask

@1t4oql8 walk you through / take you through
auto {>the_steps the_process everything each how the_paperwork}
offer
+ I will walk you through the steps
? I will walk you through it
- I will not walk you through

@1s4ti36 show you around / give you a tour {>$ the and} {>!the}
+ I will show you around.
- I will not show you around

@1h7gk8e make time for / find time for
was w8dvym
auto find time for > make time for
offer
+ Find time for a walk
? Make time for a walk
- Never make time for

## contractions and small words

@19p0bq5 that is / that's {>why how what because where when usually all_we all_I} {<^ and but so} {>!is are}
was yrxhq9
auto that's > that is
offer
+ That's why we moved
? That is why we moved
- That is not why
- All that is usually a plus

@1n2kzo4 here is / here's {<^}
auto {>!to hoping the_thing the_deal looking one_for}
offer {>!to hoping the_thing}
+ Here is the plan
- Nothing here is
- Here's to ten more years

@5ojvl4 there is / there's {<^ and but so} {>a an plenty still always room parking tea coffee something more someone lots cake free}
+ There is still room
- There is no room
- Wherever there is a will

@1u80ge8 let us > let's {<^}
auto {>talk_about start_with}
offer {>talk start go celebrate meet}
+ Let us talk about the garden
? Let us talk it over
- Please let us talk it over
- Let us make it for you

@a4wfcf what is / what's
was 1ilpnxv
auto what is > what's {<^ see} {>new next in}
offer {<^ see know} {>new next on in the}
+ See what is new
- Not what is new

@6m8egh a lot of / lots of
auto {<!not quite such what is that's it's lots_and} {>!love luck fun land the \d+ two three four five six ten twelve}
offer {<!not quite such what}
+ A lot of people ask about parking
- Not a lot of people
- Quite a lot of people ask

@ezr67j lots of / plenty of {<!not}
auto {>light room space parking}
+ Lots of light in the kitchen
- Not lots of light
- It cost us lots of sleep

@1vv4gre a bit of / a little
auto {>time help work patience background} {>!the time_capsule help_desk work_table}
offer {>!the} {>time help work patience background care}
+ It takes a bit of time
- Not a bit of time

@zjwtqo so many of you > so many people {>asked_for asked_about have_asked}
+ So many of you asked about it
- Not so many of you
- I saw so many of you there

@6h0lv0 kind of / sort of {<!any this that what a the every one some of} {>nervous excited amazing funny magical}
+ I am kind of nervous
- What kind of amazing

@1s62c1s right now / at the moment
auto {<available open working busy full closed here} {>$}
offer {>$ we I and there}
+ We are open right now
? The shop smells great right now
- Not right now
- It is a good time, right now more than ever

@1xxsx2d for now / for the moment {>$}
was 1daqdht
auto for now > for the moment {<!bye goodbye all}
offer
+ That is it for now
- Not for now

@1wxsc4t at last / finally
auto {<^} {>(?=!)}
offer {>$} {<!the}
+ At last! The shop is back
? Spring is here at last
- Not at last

@13an82 is finally here / has finally arrived / is here at last
+ The new menu is finally here
- The menu is not finally here

@9evw9z are finally here / have finally arrived / are here at last
+ The peaches are finally here
- They are not finally here

@etc2cx every week / each week
auto {<!not n't almost nearly just_about} {>!is counts or}
offer
+ We meet every week
- Not every week

@n959ye every morning / each morning
auto {<!not n't almost nearly just_about} {>!or}
offer
+ I walk every morning
- Not every morning

@1si78gu every year / each year
auto {<!not n't almost nearly just_about} {>!is counts or}
offer
+ We go back every year
- Not every year

@1og8s0h all day / all day long {>$}
was 42mvp2
auto all day long > all day
offer {<!not}
+ The kitchen gets sun all day long
? The kitchen gets sun all day
- Not all day

@13lnuqc often / frequently
auto {<!how more too so as most} {>ask hear}
+ People often ask me this
- People do not often ask

@6z1joa usually > normally
auto {<^ I we it they is are am I'm we're}
offer
+ It usually takes a while
+ Tips are usually shared
- It does not usually take
- As usual, we open early

@96kt0q normally > usually {<^ we I it this that they is are am I'm we're}
+ It normally takes an hour
- Breathe normally

@1vpdh73 sometimes / now and then {<^}
was 1d73pec
auto now and then > sometimes {>I we}
offer
+ Now and then I bake at night
? Sometimes I bake at night
- Sometimes I do not

@11vxr6 really / truly {<!not n't}
auto {>appreciate enjoy means hope}
+ We really appreciate your support
- We do not really appreciate

@80tz9m very / really {>happy proud grateful good nice useful helpful pleased kind special glad sorry keen popular busy easy simple quiet friendly}
auto {<!the n't so very how in} {>!good_condition kind_of}
offer {<!not the n't}
+ We are very happy with it
+ I am really sorry about the mix-up
- We are not very happy
- The very nice people next door, the very good ones

@aqx22r super > really {>happy excited proud easy useful helpful simple cute}
+ I am super happy with it
- I am not super happy
- The super easygoing dog

@1268q58 lovely > great {<a such}
auto {>time day place way start evening}
offer {>time day place way start evening morning}
+ We had a lovely time
- Not a lovely time
- Our lovely day

@1a1orkj great > wonderful {<a such} {>time day evening turnout team community crowd}
auto {>!time_to}
offer
+ We had a great time
- A great way to save
- Not a great time

@rc19hp wonderful / lovely {>people team community neighbours customers}
was mrfu0f
auto lovely > wonderful
offer
+ Thanks to our lovely customers
? Thanks to our wonderful customers
- Not wonderful customers

@rec0h1 amazing / incredible {<our this an} {>team community people support}
+ Thanks to this amazing team
- Not this amazing team

@6wqz6a beautiful / lovely
was gciapk
auto beautiful > lovely {<a this our such} {>garden view}
offer {>day morning garden light view place spot}
+ It looks out on a beautiful garden
? It is a beautiful day
- It is not a beautiful day

@ex1o2o easy to use / simple to use
+ The app is easy to use
- The app is not easy to use

@1lo19hy super simple / really simple
+ The recipe is super simple
- The recipe is not super simple

@uxz014 brand new > all-new {<the our} {>menu website site range look collection}
+ Have a look at our brand new menu
- A brand new flat

## connectives

@11gsaco so that > so {>you we they I everyone}
+ We start early so that everyone gets home
- So that you never wait

@1gbe6u on top of that / besides that / what's more {<^}
was 1pb1dfh
auto on top of that / what's more {>(?=,)}
offer
+ On top of that, parking is free
- Not on top of that

@111lucp for example / for instance
+ Take a room, for example
- Not for example

@1paqqo9 such as > like {<!things_such}
auto {>a bread fruit yoga}
offer {>a the our bread fruit yoga}
+ Small treats, such as fruit
? Small jobs, such as the lamp
- It feels like a home, looks like the sea

@99j9w4 by the way / incidentally {<^} {>$}
was 143cwx7
auto incidentally > by the way
offer
+ The jam, incidentally, is back
? The jam, by the way, is back
- We learned by the way side

@prtwvp first of all / to begin with {<^}
was gf1sey
auto first of all > to begin with {>(?=,)}
offer
+ First of all, thank you
- Not first of all

@16wi5fa as soon as / the moment {<!at}
was ujymbu
auto as soon as > the moment {>the_doors it_arrives they_arrive it_lands they_land we_hear}
offer {>you we I the it they your}
+ I call you as soon as it lands
- Not as soon as

@wxxlcx the moment > as soon as {>a_client you_pay you_walk you_arrive it_lands it_opens it_arrives they_land they_arrive}
auto {<^ and}
offer {<!at of for in was is}
+ The moment you walk in, you smell it
? It stops the moment a client pays
- It was the moment you arrive at when you are tired

@1wbpx94 when you come / when you visit
auto {>$}
offer {>$ in and to}
+ Say hi when you come
? Say hi when you come in
- Not when you come in

@1b20fx7 before you come / before you visit {>$}
+ Read it before you come.
- Not before you come.

@1yszb3v on its own / by itself {>$}
+ It sends reminders on its own
- It does not send on its own

@ny3owi on your own / by yourself {>$ or}
+ You can set it up on your own
- You cannot do it on your own

@l6vv6q together with / along with {>our my the your a}
auto {<^}
offer
+ Together with our neighbours, we planted it
? Made together with our neighbours
- Not together with our

## telling

@bzrc9p a lot of you / many of you
auto {<!how so too as not very quite such}
offer
+ A lot of you asked about parking
- Not a lot of you

@1up23sc I learned that / I found out that {<^ and}
was 1529w9c
auto I found out that > I learned that
offer
+ I found out that slow is fine
? I learned that slow is fine
- I never learned that
- What I learned that day

@173p5je it turns out / turns out {<^}
auto {>I we you they my it's}
offer
+ It turns out we like the quiet
? It turns out the cat was hiding
- It turns out not

@1f8ierz looked after / cared for / taken care of {<have has had}
was 8ei0z6
auto looked after / taken care of {>me us him her our_dog our_cat my_dog my_cat}
offer
+ They have looked after us well
? The sellers have looked after the garden
- They have not looked after

@evterc look after / take care of {<to will we I you and} {>the your our my}
was c4pl0
auto look after > take care of
offer
+ We look after your plants
- We do not look after your

@pnjqqe made by hand / handmade
auto {<is are were} {>$ in}
offer {>$ in by}
+ The bowls are made by hand
- They are not made by hand

@14u4k6d worth it / worth the wait {>$} {<so totally really}
was crm81m
auto worth the wait > worth it
offer
+ It took a year and it was so worth the wait
? It took a year and it was so worth it
- It was not worth it

@1mfrq7j worked hard / put in a lot of work {<have has team}
auto {>$ to on}
offer
+ The team worked hard on it
- The team never worked hard

@1jzgvjf put a lot of love into / put so much love into
+ We put a lot of love into it
- We did not put a lot of love into

@7stcql asked for > requested {<you_have you_had}
+ You have asked for longer hours
- You never asked for
- She asked for help

@1xctf4s get started / begin
auto {<ready_to how_to} {>$}
offer {<to} {>$ with}
+ Here is how to get started
? It is easy to get started
- It is not easy to get started

@oql7oc learn how to / learn to
was n6rke
auto learn how to > learn to
offer
+ Learn how to bake bread
- Never learn how to

@obo18g folks > people {<good lovely some many most of local}
+ Some folks bring a chair
- No folks
- Hey folks, good morning

@ri3epl mums and dads > parents {<^ all}
+ All mums and dads are welcome
- No mums and dads

@6vkfzl nearby / close by {>$}
+ There is parking nearby
- There is no parking nearby

@14y83ly around the corner / just around the corner
auto {<is are}
offer {<is are right}
+ Summer is around the corner
- It is not around the corner

@p421xn some fresh air / a bit of fresh air
+ Get some fresh air
- Not some fresh air

@1gkplio peace of mind / some peace of mind {<for gives you}
was qlp97z
auto some peace of mind > peace of mind
offer
+ It gives you some peace of mind
? It gives you peace of mind
- It gives no peace of mind

@byh1wr piece of advice / bit of advice
was 1k98i54
auto bit of advice > piece of advice
offer
+ A small bit of advice
? A small piece of advice
- No piece of advice

@pug4iw tips / pointers {<my some few few_} {>for on}
was 18cusel
auto pointers > tips
offer
+ Here are some pointers for travel
? Here are some tips for travel
- No tips for

## thanks and closing

@18nxb0o thank you so much / thanks so much / many thanks {<^} {>!if}
was xj6fq9
auto thank you so much / thanks so much
offer
+ Thank you so much for coming
- Not a thank you so much

@17an6gw thank you to > thanks to
auto {<^ and} {>all everyone everybody}
offer {<^ and big huge}
+ Thank you to everyone who came
+ Dinner was late and thank you to everyone who stayed
- Thanks to our sponsors, the day is free
- I want to say thank you to my team

@sbeaxl thanks everyone / thank you everyone / thank you all {<^}
auto {>$ for}
offer
+ Thanks everyone for coming
- No thanks everyone

@1offy4o thank you for / thanks for {<^ and}
was 1yb8wfh
auto thanks for > thank you for
offer
+ Thanks for your patience
? Thank you for your patience
- No thank you for

@1j9e5ax big thanks to / huge thanks to / many thanks to
was lglsjx
auto big thanks to / huge thanks to {<^ and a}
offer
+ Big thanks to the volunteers
- No big thanks to

@d3fkpt a big thank you / a huge thank you
auto {>$ to for}
offer
+ A big thank you to the team
- Not a big thank you

@1n6xa8v I really appreciate / I'm really grateful for {<^ and} {>your all the every}
+ I really appreciate your help
- I do not really appreciate your

@ugcedr means a lot / means so much
auto {>$ to}
offer
+ Your support means a lot
- It never means a lot

@1obu3w2 for your support / for all your support {>$}
+ Thank you for your support
- Not for your support

@co2ddv have a great / have a lovely / have a wonderful {>day week evening one time weekend summer holiday break} {>!one}
+ Have a great day
- Do not have a great day
- We have a great one-bedroom flat

@2i1t7 have a brilliant > have a great / have a wonderful {>day week evening time weekend summer holiday break}
+ Have a brilliant summer, all of you
- Do not have a brilliant day
- We have a brilliant team

@1o7swdt enjoy your / have a good {<^}
auto {>(?:evening|day|week)(?=[.!,])}
offer {>evening day week morning}
+ Enjoy your evening!
? Enjoy your evening
- Do not enjoy your evening

@1rn7mfp take care / look after yourselves {<^} {>$}
was xegzim
auto look after yourselves > take care
offer
+ Look after yourselves!
? Take care!
- Do not take care

@1ccr387 we look forward to / we are looking forward to
auto {<^ and} {>seeing welcoming hearing meeting}
offer {>!the_new}
+ We look forward to welcoming you back
- Never again will we look forward to it

@vxojdj I look forward to / I'm looking forward to
auto {<^ and} {>seeing meeting hearing working}
offer
+ I look forward to meeting you all
- Never have I look forward to

@i7rjyn all the best / best wishes {<^} {>$}
+ All the best!
- Not all the best

@1g5ye28 with love / with lots of love {<^} {>$}
+ With love, the team
- Not with love

## trade words

@i4m21p shipped > released {<today we have just have_just}
auto {>(?:the|a|our)_new_(?:version|feature|update|app|editor)}
offer {>the_new a_new our_new}
+ Today we shipped the new editor
- We shipped the parcels

@1y696kv we just launched / we have just launched / we just released
was 5lxqg3
auto we just launched / we have just launched
offer
+ We just launched the app
- We never just launched

@1alk3xy rolled out / released {<we have just}
was 1odopuq
auto rolled out > released {>(?:the|a|our)_new_(?:version|feature|update|app)}
offer {>a the our new}
+ We rolled out a new version
? We rolled out a new planner
- We have not rolled out

@1ji3pu9 is live / is up and running {<app site page shop store editor} {>$ now and}
+ The new site is live
- The site is not live

@1uo7kj3 saves you time / saves time
+ It saves you time
- It never saves you time

@1d8iisy freshly baked / fresh-baked
+ Freshly baked bread
- No freshly baked

@19s2s01 home-made / homemade
+ Our home-made jam
- No home-made jam

@msybyh cosy > snug
auto {>corner reading spot}
offer {>corner room place reading little flat spot}
+ A cosy corner
- Not a cosy corner

@j4pf0z cozy > snug
auto {>corner reading spot}
offer {>corner room place reading little apartment spot}
+ A cozy corner
- Not a cozy corner

@ln3e7t gets the morning sun / catches the morning sun
+ A kitchen that gets the morning sun
- It never gets the morning sun

@1pn41fe gets the evening sun / catches the evening sun
+ A garden that gets the evening sun
- It never gets the evening sun

@17cgfmp ideal for / great for {>families kids beginners a small couples anyone people}
auto {<!so really very pretty less_than}
offer
+ Ideal for families
- Not ideal for families

@1mpajo5 all levels / every level {<for ^}
auto {>welcome}
offer {>welcome are}
+ All levels welcome
- Not all levels

@l5o1g4 come rain or shine / rain or shine
+ We run rain or shine
- Not rain or shine

@ve2vcs the whole team / everyone on the team / all of us
was 1rg7enx
auto the whole team / everyone on the team {>$ is has was will at here}
offer
+ The whole team is here
- Not the whole team

@ffkgiw our team / the team {<^ and from} {>is has will spent worked loves}
+ Our team is here to help
- Our team is not here

@f2bwd hang up / end the call {<^ just please then} {>$ and}
+ Just hang up and call back
- Never hang up

## contractions, both ways: the short form only where the text has others

@13b56th we're > we are {>\w+} {>!gonna in_for it}
+ We're opening a second shop
- We're gonna be late
- We're, as you know, small

@1ryl0u4 we are > we're {>\w+} {>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]{0,200}) (?=[\s\S]{0,200}(?:n't|'re|'ll|'ve|'m|!))}
auto {>!and or but in_for today} {<!where what how who as than that whether here there old}
offer {>!and or but in_for} {<!where what how who as than that whether}
+ We are open again! See you soon
- We are open again. See you soon
- That is where we are now! Come in

@ckgdbc I'm > I am {>\w+} {>!gonna in_for}
+ I'm taking bookings for spring
- I'm gonna be late

@4jwarq I am > I'm {>\w+} {>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]{0,200}) (?=[\s\S]{0,200}(?:n't|'re|'ll|'ve|'m|!))}
auto {>!and or but today} {<!where what how who as than that whether here there old}
offer {>!and or but} {<!where what how who as than that whether}
+ I am so proud of you! Well played
- I am so proud of you
- Happy with who I am today! Come in

@m0zokl you're > you are {>\w+} {>!gonna kidding in_for it on_the_fence}
+ I know you're coming with the kids
- Tag, you're it

@1qfv1lf they're > they are {>\w+} {>!gonna}
+ They're ready for a new home
- They're gonna love it

@12cmwa7 they are > they're {>\w+} {>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]{0,200}) (?=[\s\S]{0,200}(?:n't|'re|'ll|'ve|'m|!))}
auto {>!and or but what today} {<!where what how who as than that whether here there old big}
offer {>!and or but what} {<!where what how who as than that whether}
+ They are ready! I'll keep one for you
- They are ready for a new home
- Look where they are now! Well done

@dfi6pu we've got > we have {>a an some plenty lots \d+ new room everything two three four five six several another more the our} {>!a_look a_go}
+ We've got a new oven
- We've got to go, we've got better at it

@1sju0ay we have > we've got {>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]{0,200}) (?=[\s\S]{0,200}(?:n't|'re|'ll|'ve|'m|!))}
auto {>a an some plenty lots \d+ new room everything two three four five six several another more the} {>!a_look a_go a_try a_chat a_laugh a_break a_rest a_meal a_drink a_party} {<!what all that which as do did can could will would should may might shall must}
offer {>a an some plenty lots \d+ new room everything two three four five six several another more the our} {>!a_look a_go a_try a_chat a_laugh} {<!what all that which as}
+ We have a new oven! Come and see
- We have a new oven
- That is all that we have a right to! Come in

@9eymyu I've got > I have {>a an some plenty lots \d+ new room everything two three four five six several another more the our my} {>!a_look}
+ I've got a spare ticket
- I've got to go, I've got better at it

@7epanl I have > I've got {>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]{0,200}) (?=[\s\S]{0,200}(?:n't|'re|'ll|'ve|'m|!))}
auto {>a an some plenty lots \d+ new room everything two three four five six several another more the} {>!a_look a_go a_try a_chat a_laugh a_dream a_cup a_coffee a_break a_rest a_nap a_bath a_shower a_meal a_drink} {<!what all that which as and do did can could will would should may might shall must}
offer {>a an some plenty lots \d+ new room everything two three four five six several another more the our} {>!a_look a_go a_try a_chat a_laugh a_dream} {<!what all that which as}
+ I have some new bowls! Come and see
- I have a spare ticket

@84efvo you've got > you have {>a an some plenty lots \d+ room the any your} {>!a_point to_go this}
+ The form shows what you have left, and you've got a week to send it
- You've got this
- You've got to go

@167vyks they've got > they have {>a an some plenty lots \d+ room the}
+ They've got the oven on
- They've got to go

@suq55v have got > have {<we I they you still} {>a an some plenty lots \d+ room the two three four five six}
+ We have got a few boxes
- Things have got a little busy

@utkaq8 we've > we have {>been just added had made moved opened started taken changed now also still always already put done seen worked finished joined teamed kept doubled extended decided lived come launched updated run sold tested learned tried a some} {>!had_it got}
+ We've added a room
- We've had it with the rain
- We've not added a room

@cd6heu we have > we've {>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]{0,200}) (?=[\s\S]{0,200}(?:n't|'re|'ll|'ve|'m|!))}
auto {>been just added had made moved opened started taken changed always already put done seen worked finished joined teamed kept doubled decided launched} {>!had_it just_(?:\d|a|one|two|three|four|five|the) made-to} {<!what all that as should could would might must may}
offer {>been just added had made moved opened started taken changed always already put done seen worked finished joined teamed kept doubled extended decided launched updated} {>!had_it} {<!what all that as}
+ We have added a room! Come and see
- We have added a room
- Read about all we have done! Come and see

@16qf4yy I've > I have {>been just added had made moved opened started taken changed now also still always already put done seen worked finished joined kept decided lived come taught tried learned picked set used written spent asked a some} {>!had_it got been_there}
+ I've been a baker all my life
- I've had it with the rain

@ybkgh2 I have > I've {>been just added had made moved opened started taken changed always already put done seen worked finished joined kept decided lived} {>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]{0,200}) (?=[\s\S]{0,200}(?:n't|'re|'ll|'ve|'m|!))}
auto {>!had_it just_(?:\d|a|one|two|three|four|five|the)} {<!what all that as and should could would might must may}
offer {>!had_it} {<!what all that as}
+ I have been a baker all my life! Come and see
- I have been a baker all my life

@3q89bi they've > they have {>been just added had made moved opened started taken changed always already put done seen worked finished joined kept decided} {>!had_it}
+ They've been staying late
- They've had it with the rain

@5ap3km you've > you have {>just always already ordered booked signed paid moved received joined}
+ You've already paid for this
- You've got this

@v8hioh you'll > you will {>\w+} {>!see love}
+ You'll get a call from us
- You'll see

@5rvhuo we'll > we will {>\w+} {>!see}
+ We'll train you
- We'll see

@18zjen8 I'll > I will {>\w+} {>!see be_honest admit say bet take}
+ I'll bring the cups
- I'll be honest with you
- I'll bet

@1c9meow they'll > they will {>\w+} {>!(?=[^.!?\n]{0,200}they'll)} {<!they'll[^.!?\n]{0,200}}
+ They'll send a photo
- They'll be late and they'll be tired

@qkbcod it'll > it will {>\w+}
+ It'll be ready by noon
- It'll, I hope, be ready

@63s377 there'll > there will {>be}
+ There'll be cake
- There'll always be cake

@fzgplp you will > you'll {>be get find have need hear receive love see meet learn leave} {>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]{0,200}) (?=[\s\S]{0,200}(?:n't|'re|'ll|'ve|'m|!))}
auto {<!^ of like thank}
offer {<!^}
+ After the class you will get a photo! Come along
- After the class you will get a photo

@1g37299 we will > we'll {>be have get send bring keep hold show help walk let call put set meet open start close take give do go share post update try provide replace} {>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]{0,200}) (?=[\s\S]{0,200}(?:n't|'re|'ll|'ve|'m|!))}
+ We will be on stall four! Come and say hi
- We will be on stall four

@12nss6o I will > I'll {>be have get send bring keep hold show help walk let call put set meet open start close take give do go share post update try} {>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]{0,200}) (?=[\s\S]{0,200}(?:n't|'re|'ll|'ve|'m|!))}
auto {<!and}
offer
+ I will bring the cups! See you soon
- I will bring the cups

@yke0sx it's been > it has been
+ It's been a tough few weeks
- It's not been a tough few weeks

@132ac33 it's > it is {<^ and but so because since when where} {>a an the free so really very too just still important open worth easy great lovely good going time all hard one usually always probably also my our \w+er \w+ing} {>!a_wrap a_date a_deal all_good all_yours on_us all_about going_to_be so_good just_that all_in}
+ It's a lovely way to meet people
- It's a wrap
- It's on us

@1g1776q it is > it's {<^ and but so because since} {>a an the free so really very too just still open worth easy great lovely good going time hard} {>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]{0,200}) (?=[\s\S]{0,200}(?:n't|'re|'ll|'ve|'m|!))}
+ It is a lovely day! I'll bring cups
- It is a lovely day
- As it is free! Come

@lnqsh2 I would / I'd
was adk0i7
auto I'd > I would {>appreciate recommend suggest advise}
offer {>rather love like be say do ask}
+ I'd recommend the early one
? I would love to show you
- I'd recommended the early one
- I would not like to

@zfww6g we'd > we would {>love like rather be appreciate}
+ We'd love to have you
- We'd been there all day

@nls3py who's > who is {<^} {>coming joining ready going bringing}
+ Who's coming to the market?
- Who's been to the market?

@788e2r that's fine / that is fine {<^ and but so}
+ And that's fine
- Use the one that's fine

## people and small pairs

@qw1wm2 everyone / everybody
+ Thank you for being so kind, everyone
- Not everyone
- An everyone-welcome class, and everyone's favourite

@12gkehm someone / somebody
+ Ask someone who has been
- Do not ask someone
- It was someone's guess

@o3eiv7 anyone / anybody
+ Anyone can join
- We will not ask anyone
- It is anyone's guess

@x3dj8s too / as well {>$}
auto {<!me you it is much far n't little way just bit ^ might may all could do}
offer {<!me you it is much far n't little way just bit}
+ Kids can come too.
+ We do cakes as well.
- Me too.
- It is just as well.

@1hkowks a bit / a little {<!quite not n't}
auto {>smaller bigger better busier earlier later longer warmer cheaper more sore late early nervous tricky different tired quieter louder sweeter shy rusty chilly wobbly}
offer {>smaller bigger better busier earlier later longer warmer cooler cheaper more sore late early nervous tricky different tired quieter louder sweeter lighter shy rusty cold chilly wobbly extra}
+ They are a bit smaller this year
- He is quite a bit smaller

@ewt3f1 almost > nearly {>all every full gone ready finished done there here over everyone always}
+ The slots are almost gone
- It feels almost like a holiday

@mq04m6 nearly > almost {<!very so pretty}
+ She nearly dropped it
- She very nearly dropped it

@1jyth7w next to / beside {>the our a my your}
auto {>!the_point}
+ Next to the library
- Next to nothing

@1vcxuvp near > close to {>the our your my us a} {>!the_end the_future the_start the_beginning a_miss} {<!drawing nowhere anywhere draw draws}
+ Parking is near the hall
- We draw near the end
- In the near future, the near miss

@168f9la instead of > rather than {<!but}
+ Bring a towel instead of a mat
- Rather than a mat

@bd0bmj rather than > instead of {<!more less other}
auto {>\w+ing} {>!during something anything everything}
offer {>a the my your our \w+ing}
+ Bring a towel rather than sitting on stone
? Bring a towel rather than a mat
- Walk in rather than click
- It was a bit more rather than a lot less

@1r10lnl probably / most likely
auto {<will it'll you'll I'll we'll} {>!to}
offer {<^ will is are it'll you'll I'll we'll}
+ We will probably close early
- You probably know her

@11qdmct maybe / perhaps {<^ or and}
+ Bring a chair, maybe a blanket
- The maybe list

@114m16r especially / particularly
auto {<!not n't more made designed just} {>!for to}
+ The garden is especially good for kids
- It is not especially good

@1868433 straight away > right away {>$ and}
+ Hang it up straight away
- Do not hang it up straight away
- It goes straight away from the road

@1dwewuc for free > free of charge {>$ at in} {<!are is}
+ We wrap for free.
- We wait for free places

@ol0tsz about > around {>an_hour a_week a_month a_year a_minute a_mile a_third \d}
auto {<takes take taking takes_me in for lasts last lasting ^ costs runs usually}
offer {<takes take taking takes_me in for lasts last lasting ^ costs runs usually us}
+ It takes about an hour
- A talk about a year at sea

@8292nz roughly > around {>an_hour a_week a_month a_year a_day a_third \d}
+ It takes roughly an hour
- Chop it roughly

@17e460 an hour / per hour {<RM[\d.,]+ (?<=[£$€])[\d.,]+}
auto {>!ago later before earlier after}
offer
+ The rate is £36 an hour
- Come at 7 an hour early

@59y6hm a day / per day {<RM[\d.,]+ (?<=[£$€])[\d.,]+}
auto {>!ago later before earlier after trip pass ticket}
offer
+ It is £42 a day
- Day 3 a day of rest

@ym1m45 a week / per week {<RM[\d.,]+ (?<=[£$€])[\d.,]+ hours}
auto {>!ago later before earlier after}
offer
+ A few hours a week
- Once a week

@3qamp8 a month / per month {<RM[\d.,]+ (?<=[£$€])[\d.,]+}
auto {>!ago later before earlier after}
offer
+ It is $120 a month
- In 2024 a month was lost

@w1tcne a year / per year {<RM[\d.,]+ (?<=[£$€])[\d.,]+}
auto {>!ago later before earlier after}
offer
+ It is £38 a year
- In 2024 a year was lost

@aytrbz a head / per head {<RM[\d.,]+ (?<=[£$€])[\d.,]+}
+ It is £2 a head
- Add 4 a head of garlic

@3jtt1q a night / per night {<RM[\d.,]+ (?<=[£$€])[\d.,]+}
+ It is £80 a night
- In 2024 a night out

@10xwbmg a session / per session {<RM[\d.,]+ (?<=[£$€])[\d.,]+}
+ It is £30 a session
- Room 4 a session on yoga

@10c4rf9 every / each {>(?:mon|tues|wednes|thurs|fri|satur|sun)day month evening night weekend term}
auto {<!not nearly almost n't is are [\d.,]+} {>!\w+_or}
offer {<!not nearly almost n't is are}
+ We meet every Tuesday at the hall
- We meet almost every Tuesday

@8s9a5x every time / each time {>you we I they someone the} {<!not nearly almost}
+ Every time you buy a cup
- Almost every time you call

@1sg7ft5 every day / daily {<open baked delivered} {>$ from}
+ We are open every day.
- I walk every day

@1kfjsxu the past few / the last few {>days weeks months years} {>!\w+_of}
+ Thank you for the past few weeks
- The last few tickets, the last few days of term

@fxurae in the past / in the last {>year month week decade} {>!\w+_of}
+ We have grown a lot in the past year
- In the past we baked at night, but in the last week of term we bake at noon

@19fnp2a over the past / over the last {>year few decade month week} {>!\w+_of \w+_\w+_of}
+ Over the past year we have grown
- Over the last hill

@1glomk2 last chance to / final chance to {<^}
+ Last chance to register
- Not the last chance to

@uyt74t on the last day / on the final day
+ Lunch on the last day
- Not on the last day

@cjm39c because of / due to
auto {>the_(?:rain|snow|weather|heat|wind|storm|holiday|public|roadworks|strike) heavy bad this_morning's strong high demand unforeseen maintenance illness staff_(?:shortages?|illness|sickness|training)} {<!that's is was are were be just}
+ We close early because of the snow
- That's because of the snow

@1ilz6ki owing to > due to / because of
auto {>the_(?:rain|snow|weather|heat|storm) heavy bad unforeseen maintenance illness} {<!is money rent amount balance}
offer {>the heavy bad unforeseen maintenance illness staff} {<!is money rent}
+ Owing to the rain we start late
- Rent is owing to the club

@1voz5tc even though / although {<^} {>I we it it's the they he she you there my our}
was k7kt2i
auto even though > although
offer
+ Even though it is small, it is bright
? Although it is small, it is bright
- Even though you cannot come
- Small although bright

@5l7fvs in the meantime > meanwhile {<^}
+ In the meantime, use the side door
- We met in the meantime

@i1i4vf for the time being / for now
was p24n32
auto for the time being > for now {>$ we I}
offer {>$ we I the}
+ For the time being we open at nine
- Not for the time being

@xsnk39 all of our / all our
was dfdrso
auto all of our > all our
offer
+ Thank you to all of our helpers
- Not all of our helpers

@w6k0l all of your / all your
was hdnl1z
auto all of your > all your
offer
+ Bring all of your forms
- Not all of your forms

@kaa6uq all of my / all my
was 1r1d2tb
auto all of my > all my
offer
+ I met all of my neighbours
- Not all of my

@5aaiwy the whole / the entire {>family team day week weekend month year street building town house} {<!on}
+ Good for the whole family
- On the whole, family comes first

@1he6pzq a whole / an entire {>day week weekend month year afternoon morning evening}
+ We spent a whole day there
- A whole new day

@1sxmykq all kinds of / all sorts of
+ We see all kinds of bikes
- Not all kinds of

@3b38tk over the years / through the years
+ Thank you for your visits over the years
- Not over the years

@19zbwot every now and then / from time to time / now and again
was wqciwd
auto every now and then / now and again > from time to time
offer
+ We host a dinner every now and then
- Not from time to time

@1lh1e46 lots more / plenty more / much more {<and} {>$}
+ Bread, cakes and lots more!
- We want much more

@xatygj honestly / to be honest {<^ but}
was 12kiitj
auto to be honest > honestly {>(?=,)}
offer {>(?=,) I the it it's we}
+ To be honest, I was surprised
? Honestly, I was surprised
- I will tell you honestly
- Honestly!

@rtohf2 as usual / as normal {<resume open continue run running on onwards back}
was 1ttcj07
auto as normal > as usual
offer
+ Classes resume as normal
? Classes resume as usual
- As usual, the cat won

@15l7l4x trust me / believe me {<^} {>$ I it this}
+ Trust me, it works
- They trust me

@j2dzwh in my opinion / in my view
+ In my opinion the old one is nicer
- Not in my opinion

@1rom2w in short / in brief
was 1kt4yim
auto in brief > in short {<^} {>(?=,)}
offer {<^ is} {>$}
+ In brief, park behind the hall
? In short: park behind the hall
- A cat in short, brief socks

@1uik1yd the truth is / truth is {<^}
was 3sl2ol
auto truth is > the truth is {>(?=,) I we}
offer
+ Truth is, I was scared
? The truth is, I was scared
- Nothing about the truth is

@1j4h2kj that's why > this is why {<^ and}
auto {>we I you our the it}
offer
+ That's why I still teach
- Tell me that's why

@14p0ey5 that's it / that's all {<^ and} {>(?=\.) from_me for_now for_today} {>!\._(?:that's|it's)}
+ That's all for now
- That's it. That's the menu
- You got it, that's it!

@1s7m8z8 here's how > this is how {<^} {>it we I you to the}
+ Here's how it works
- This is how we met

@10yy3pa here's what > this is what {<^} {>I we you our the it}
+ Here's what I learned
- This is what I do

@1091e8 here's why > this is why {<^}
+ Here's why we moved
- This is why we moved

## asking, telling, meeting

@62vuop let me know what you think / tell me what you think / let me know your thoughts
auto {>$}
offer
+ Try it and let me know what you think
- If you let me know what you think

@wo8o4p let us know what you think / tell us what you think / let us know your thoughts
auto {>$}
offer
+ Try it and let us know what you think
- If you let us know what you think

@1e3uhma what do you think / what are your thoughts {<^} {>(?=\?)}
+ A new logo. What do you think?
- What do you think of it? Guess what do you think

@mtgred did you know that > did you know {<^}
auto {>!$}
offer
+ Did you know that bees dance?
- How did you know that

@1u8aunr do let me know > please let me know / let me know {<^}
+ Do let me know by noon
- I do let me know

@3vhqjz do let us know > please let us know / let us know {<^}
+ Do let us know by noon
- We do let us know

@1o6lphv please do come / please come
was 1jlq6j3
auto please do come > please come
offer
+ Please do come and vote
- Please do not please do come

@2jb58h please contact / please get in touch with
auto {>me us our_team}
offer {>me us our the}
+ Please contact us for a form
- Please contact lens users

@vpef40 drop me a text / text me / send me a text {<^ please or and just} {>$ and for with}
was 1xpwl86
auto text me / send me a text
offer
+ Text me for the address
- Do not text me

@vtlblt give me a shout > let me know {<^ just} {>$}
+ Coming? Give me a shout.
- Give me a shout out

@1s68ybv give us a shout > let us know {<^ just} {>$}
+ Coming? Give us a shout.
- Give us a shout out

@ni11y3 email me / send me an email {<^ please or and just} {>$ for with and}
+ Email me for the list
- Do not email me

@1nrcafb email us / send us an email {<^ please or and just} {>$ for with and}
+ Email us for the list
- Do not email us

@x5wrhz call or text / text or call {<^ just please}
+ Call or text any time
- Never call or text

@jkgmho for more info / for more information / for more details
was nykaeu
auto for more info > for more information / for more details
offer
+ Ask me for more info
- Not for more info

@16mcc1f pop in > drop in {<^ just and can please or} {>$ and for any}
+ Just pop in any time
- Pop in the oven

@1er88lg pop by > drop by / stop by {<^ just and can please or to} {>$ and for any}
+ Pop by for a chat
- Never pop by

@1ziu4v come by and / stop by and {<^ please} {>try see say have take meet pick ask}
+ Come by and meet the dogs
- Never come by and

@15mrud3 come early / arrive early {<^ and please so} {>$ so for to and}
was 8v3vx6
auto come early > arrive early
offer
+ Come early, it gets busy
- The peas come early

@1fdu2qh come find us > come and find us
+ Come find us by the gate
- Do not come find us

@ulbzen come visit us > come and visit us / come and see us
+ Come visit us at the fair
- Come and see us play

@7vz99x come join us > come and join us
+ Come join us for a walk
- Do not come join us

@1n7jwc7 come back to see us / come back and see us
+ Come back and see us
- Never come back and see us

@c4bbhc say hello / say hi {<and ^} {>$}
+ Come early, say hello, have a coffee
- Only the kids say hello

@43e6h4 turn up > show up {<^ just who and} {>at on early}
+ Just turn up at nine
- Turn up the heat
- Something will turn up at last

@1aox004 turns up > shows up {<who he she} {>on at $}
+ A plumber who turns up on time
- Whoever turns up the heat, who turns up the heat

@12fgf7f turned up > showed up {<you people who they} {>at on in}
+ So many of you turned up at the quiz
- The oven was turned up to full

@1xjuvlm join in / take part {<to and can} {>$}
was 1tz6130
auto join in > take part
offer
+ Everyone is free to join in.
- To take part in the class

@bi3ue3 join our team / become part of our team / come and join our team {<^ to and}
+ Come and join our team
- Do not join our team

@1s8dodx pass this along / pass this on {>$ to}
+ Please pass this along
- Do not pass this along

@y8jv7k tell your friends / let your friends know {<^ and please} {>$ and about}
+ Tell your friends and come early
- Never tell your friends

@1qeywjn lend a hand / help out {<and to can could} {>$}
+ Come and lend a hand.
- Help out the team

@1qg2kvh make sure you / be sure to {<^ please} {>bring book come check wear arrive read try}
+ Make sure you bring a towel
- Make sure you are there

@ftj9ng please ensure / kindly ensure > please make sure {>that your you the all}
+ Please ensure that the gate is shut
- Please make sure that the gate is shut

@vv321f thinking about / thinking of {<^ you're are we're I'm}
auto {>(?:buying|selling|moving|starting|joining|going|getting|booking|trying|making|learning|changing|switching|renting|taking|visiting|adding|giving|using)}
offer {>\w+ing} {>!something anything everything spring morning evening}
+ Thinking about selling?
- I'm thinking about something new

@1n2t6s hope you can make it / hope you can join us {>$}
+ Hope you can make it!
- We hope you can make it work

@mmf5t5 hope that helps / hope this helps / I hope that helps {<^}
+ Hope that helps!
- We hope that helps

@syveis hang on / hold on {<^} {>$ to_your}
+ Hang on to your receipts
- Do not hang on

@crz9jh set it aside / put it aside {>for until}
+ I will set it aside for you
- We set it aside

@v4a0to set one aside / put one aside {>for}
+ I will set one aside for you
- We set one aside

@1t1s4mu choose > pick {<^ and to can} {>your_own a_colour a_color from which any}
+ Choose your own bowl
- The right to choose

@makkqw grab > get {<^} {>your_tickets your_copy yours your_ticket}
+ Grab your tickets
- Do not grab your tickets

@1cnisf7 find us > you'll find us {<^} {>at on in next behind beside near by} {>!on_Instagram on_Facebook}
+ Find us at the market
- Help them find us at the market

## photos, kids, things

@1pv1rj2 photos > pictures
auto {<!passport profile school stock wedding headshot class ID visa}
offer {<!passport profile school stock wedding headshot class}
+ The photos of the day are below
- Passport photos while you wait

@8r4h08 pics > photos / pictures
+ More pics in the comments
- Toothpics, epics

@qpe9n1 a photo > a picture {<send bring take me us of with plus} {>$ of and}
+ Bring a photo of your wall
- A photo album

@1ugm7e1 kids / children {<^ your the our bring for two three four and my of} {>$ or can will to under below eat welcome are_welcome with of who} {>!at_heart will_be_kids} {>(?<=(?:n't|'re|'ll|'ve|'m|!|kids)[\s\S]{0,200}) (?=[\s\S]{0,200}(?:n't|'re|'ll|'ve|'m|!))}
+ Kids are welcome!
- Ask for the kids menu!
- All children are welcome

@18ccj63 a while > some time {<takes take taken} {>$ to but and so}
+ It takes a while to rise
- It was a while ago
- Sit for a while

@ne28mn a handful of > a few {>places spots spaces people customers tables tickets seats}
+ A handful of places are open
- A handful of nuts

@1rr7gk4 left / remaining {<spots places spaces seats tickets slots} {>$ for on_\w+day on_the_\w+day this}
+ We have a few places left on Saturday mornings
- Places left to see, spots left on the shirt

@xjltk4 filling up fast / filling up quickly
+ The class is filling up fast
- Not filling up fast

@5jzetd going fast / going quickly {<are is slots spots places tickets they're}
+ Tickets are going fast
- Not going fast

@1pj8a2f go fast / go quickly {<sizes they these usually always ones} {>$ so and}
+ Good sizes go fast.
- The kids go fast

@1llpthz sell fast / sell quickly
+ These sell fast
- Never sell fast

@1jimkzv book ahead / book in advance {>$ for to and} {<^ please to or and so}
+ Please book ahead for groups
- Do not book ahead

@2wb9pc back in stock / in stock again {<are is ^ now}
+ The mugs are back in stock
- Not back in stock

@1rl2jao just landed / just arrived {<^ have has} {>$}
was acdvcb
auto just landed > just arrived
offer
+ Just landed: linen shirts
- We just landed at the airport

@1t8blfg now available / available now {<are is} {>$ at in from}
+ The book is now available.
- It is not now available

@135ewhw on sale now / now on sale {>$}
+ Tickets on sale now!
- Not on sale now

@1h5uejs barely used / hardly used {<^ is are and}
+ A stroller, barely used
- He barely used it

@1tudcwm ready to go / good to go {<and are is all} {>$}
+ They are fed and ready to go.
- We are ready to go home

@1ouf6h7 open to all / open to everyone {>$}
+ The class is open to all.
- Not open to all

@vnfsxd goes a long way / makes a big difference {<!little} {>$}
+ A share goes a long way.
- A little goes a long way.

@3sh50a within walking distance of / a short walk from {<is are ^ and}
was 8wan80
auto a short walk from > within walking distance of
offer
+ The flat is a short walk from the school
? The flat is within walking distance of the school
- Not within walking distance of

@g8n8ku depending on experience / based on experience
was 15s918z
auto depending on experience > based on experience
offer
+ Pay depends, depending on experience
- Not depending on experience

@urzctt would be a plus / is a plus / would be an advantage {>$}
was w3lt0w
auto would be a plus / would be an advantage
offer
+ Malay would be a plus.
- That is a plus-size coat

@p8hpap training provided / training is provided / training will be provided {<^ full} {>$} {<![\w.)]+,}
+ Full training provided.
- We liked the training provided.

@17d6xpa accommodation provided / accommodation is provided {<^} {>$} {<![\w.)]+,}
+ Accommodation provided.
- We liked the accommodation provided.

@tkx13y lunch provided / lunch is provided / lunch will be provided {<^} {>$} {<![\w.)]+,}
+ Lunch provided.
- We liked the lunch provided.

@h27i41 over the phone / by phone {>$}
+ Ask for a price over the phone
- A crack over the phone screen

@1d1ur3z via the link / through the link / using the link {>in below above at on}
+ Book a slot via the link below
- Look through the link list

@yof90m via the form / using the form / through the form {<up register book order apply}
+ Sign up via the form
- Look through the form

## notices

@1goh2s6 please be informed that / kindly be informed that / kindly note that > please note that / please be informed that {<^}
was 86hnvn
auto please be informed that / kindly be informed that / kindly note that > please note that
offer
+ Kindly be informed that the pool is closed
- Please note that the pool is closed

@1abyu8y kindly > please {>reply note send have let bring keep refer contact ensure return collect submit arrive inform}
auto {<^}
offer {<!please}
+ Kindly reply with your name
- She kindly offered us tea

@al1zuc please take note / kindly take note / kindly note > please note
auto {>the that}
offer {>the that of} {>!of_it}
+ Kindly note the new hours
- Please note the new hours
- You kindly note, but please take note of it

@10frbf8 pls > please
+ Pls bring a mask
- Pls do not come

@v4vy75 asap > as soon as possible
+ Send it asap
- Not asap

@ezl7o5 we apologise for / we are sorry for {<^} {>the any}
was 11e7evi
auto we apologise for > we are sorry for
offer
+ We apologise for the delay and hope to see you
- When we apologise for

@cavuw3 we apologise for the inconvenience / we are sorry for the inconvenience / our apologies for the inconvenience {<^} {>(?=[.!]) (?=$)}
was 1eb6xcy
auto we apologise for the inconvenience > we are sorry for the inconvenience / our apologies for the inconvenience
offer
+ We apologise for the inconvenience.
- We apologise for the inconvenience and hope to see you

@1h74qxr we apologise for any inconvenience / we are sorry for any inconvenience / our apologies for any inconvenience {<^} {>(?=[.!]) (?=$) caused(?=[.!]) caused(?=$)}
was 1hx3hqg
auto we apologise for any inconvenience > we are sorry for any inconvenience / our apologies for any inconvenience
offer
+ We apologise for any inconvenience caused.
- We apologise for any inconvenience caused and hope to see you

@13x86c1 we apologize for / we are sorry for {<^} {>the any}
was zy6vcw
auto we apologize for > we are sorry for
offer
+ We apologize for the delay and hope to see you
- When we apologize for

@tm9ffl we apologize for the inconvenience / we are sorry for the inconvenience / our apologies for the inconvenience {<^} {>(?=[.!]) (?=$)}
was aatbz
auto we apologize for the inconvenience > we are sorry for the inconvenience / our apologies for the inconvenience
offer
+ We apologize for the inconvenience.
- We apologize for the inconvenience and hope to see you

@iriaqt we apologize for any inconvenience / we are sorry for any inconvenience / our apologies for any inconvenience {<^} {>(?=[.!]) (?=$) caused(?=[.!]) caused(?=$)}
was ti3qus
auto we apologize for any inconvenience > we are sorry for any inconvenience / our apologies for any inconvenience
offer
+ We apologize for any inconvenience.
- We apologize for any inconvenience and hope to see you

@1akv307 sorry for / sorry about / apologies for {<^} {>the_short the_delay the_wait the_late the_mix the_confusion the_noise the_inconvenience any_confusion}
+ Sorry for the short notice!
- We are sorry for the delay

@ua2j78 sorry to / apologies to {<^} {>everyone everybody all anyone those}
+ Sorry to everyone who missed it
- Sorry to hear that

@1y0vfwx during this period / during this time
+ The gym stays open during this period
- Not during this period

@1wng8hy with effect from > effective from / starting from {>\d (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (?:mon|tues|wednes|thurs|fri|satur|sun)day}
+ The desk opens early with effect from July this year
- Prices starting from 30 dollars, with effect from your request

@1if09ab stay open / remain open {<will to and}
+ The gates will stay open
- Do not stay open

@1b6gusu stays the same / remains the same
+ The price stays the same
- It never stays the same

@1h6a080 stay the same / remain the same
+ Prices stay the same
- Nothing will stay the same if prices stay the same

@1ebb7e3 are unchanged > stay the same / remain the same {>$}
+ The charges are unchanged.
- They are unchanged in size

@1kh7kx5 go up by / increase by {<will to}
+ Prices will go up by $5
- Never go up by

@15ucs1x is going up / is increasing {<price fee cost rate rent postage membership} {>to from by}
+ The fee is going up from $30
- A wall is going up by the lake

@kw79x7 taking place / happening {<is are ^}
was 1kuxigp
auto happening > taking place {>on at this}
offer {>on at in this from}
+ The fair is happening on Sunday
? The fair is taking place on Sunday
- What is happening

@1outq1n takes place / is held
auto {<class market event meeting session workshop fair course ceremony concert} {>on at every each}
offer {>on at in every each}
+ The fair takes place on Sunday
- Nothing much ever takes place there

@qimmu3 will take place / will be held {>on at in from}
auto {<class classes lessons market event meeting session workshop fair course ceremony concert party}
offer
+ The workshop will take place on the green
? The talk will take place on Sunday
- It will not take place on

@16aq3dd kicks off > starts / begins {>at on in with this}
+ The fair kicks off on Friday
- He kicks off his shoes

@8hnq2g starts / begins {>on at in this next tomorrow today with promptly (?:mon|tue|wed|thu|fri|sat|sun)[a-z]* (?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]*} {>!at_[£$€a-z] in_the with_you}
+ The class starts on Monday
- It all starts in the kitchen
- The fee starts at $30

@cf2w31 start / begin {<lessons classes will sales sessions showings} {>again on at in this next with tomorrow promptly (?:mon|tues|wednes|thurs|fri|satur|sun)day} {>!at_[£$€a-z] in_the}
+ Lessons start again on Monday
- Prices start at $30, for a good start in life

@1r4az1l starting / beginning {<^ classes lessons} {>tomorrow next_week next_month in_January this_week on_Monday}
+ New classes starting next week
- The starting line

@k5feqd finishes > ends {>at on} {<class session course event lesson lessons sale it}
+ The class finishes at noon
- He finishes at the top

@1nc11pj volunteers needed / we need volunteers {<^} {>for to on at}
+ Volunteers needed for the fair
- Not volunteers needed

@1rrotn8 all welcome / everyone welcome / everyone is welcome {<^} {>$} {<![\w.)]+,}
+ All welcome!
- Not all welcome

@1sr7r8n dogs welcome / dogs are welcome {<^} {<![\w.)]+,}
auto {>$ in at on from all}
offer
+ Dogs welcome in the bar
- No dogs welcome

@1sg6jlx kids welcome / kids are welcome {<^} {<![\w.)]+,}
auto {>$ in at on from all}
offer
+ Kids welcome!
- No kids welcome

@1ymgpna walk-ins welcome / walk-ins are welcome {<^} {<![\w.)]+,}
auto {>$ in at on from all}
offer
+ Walk-ins welcome all day
- No walk-ins welcome

@p0n7ic beginners welcome / beginners are welcome {<^} {<![\w.)]+,}
auto {>$ in at on from all}
offer
+ Beginners welcome!
- No beginners welcome

@18cb0qd all proceeds go to / all proceeds will go to
+ All proceeds go to the shelter
- Not all proceeds go to

@1pn5fwf a gentle reminder / a friendly reminder
+ A gentle reminder that we close at noon
- Not a gentle reminder

@1k12kin just a reminder / just a quick reminder {<^}
+ Just a reminder that we close early
- It is just a reminder

@6gjst5 just a heads up / just so you know / just to let you know {<^}
auto {>(?=,) we our}
offer
+ Just a heads up, we close early
? Just a heads up that we close early
- It was just a heads up

@1ljaie2 just a heads-up / just so you know / just to let you know {<^}
auto {>(?=,) we our}
offer
+ Just a heads-up, we close early
? Just a heads-up that we close early
- It was just a heads-up

@ziok5q introducing our new / meet our new {<^}
was eybq5i
auto introducing our new > meet our new {>team_member teacher menu range collection manager colleague flavour flavor}
offer
+ Introducing our new teacher!
? Introducing our new lunch sets!
- We are introducing our new

@3xhpfd just listed / newly listed {<^}
+ Just listed: a small house by the park
- I just listed my house

## thanks, news and greetings

@1f3uvae hi / hello {<^} {>$ parents neighbours neighbors friends members there team guys}
+ Hi neighbours, the gate is fixed
+ Hello! A small update
- Say hi to the team

@1h1c6ph hey guys > hi everyone / hi all {<^}
+ Hey guys, a small update
- They hey guys

@1b8pkaq thanks in advance / thank you in advance / many thanks in advance {<^}
+ Thanks in advance!
- Not thanks in advance

@f0u9t3 thanks again / thank you again {<^ and}
+ Thanks again for coming
- No thanks again

@h7nr83 thank you for your understanding / we appreciate your understanding {<^} {>(?=[.!]) (?=$)}
was 9djvlw
auto we appreciate your understanding > thank you for your understanding
offer
+ We appreciate your understanding.
? Thank you for your understanding.
- Thank you for your understanding and stay safe

@v16ey1 thank you for your patience / we appreciate your patience {<^} {>(?=[.!]) (?=$)}
was 1t6qn2j
auto we appreciate your patience > thank you for your patience
offer
+ We appreciate your patience.
? Thank you for your patience.
- Thank you for your patience and stay safe

@1i59vcw thank you for your cooperation / we appreciate your cooperation {<^} {>(?=[.!]) (?=$)}
was u30xqh
auto we appreciate your cooperation > thank you for your cooperation
offer
+ We appreciate your cooperation.
? Thank you for your cooperation.
- Thank you for your cooperation and stay safe

@1uq1dur cheers for > thanks for {<^}
auto {>reading coming all_the all_your your the_help}
offer
+ Cheers for coming to it
? Cheers for sticking to it
- Three cheers for the cook

@ifelw0 huge thank you / big thank you {<^ a}
auto {>$ to for}
offer
+ Huge thank you to the team
- Not a huge thank you

@7cm6qt well done to > congratulations to {<^}
auto {>all_(?:our|the)_(?:winners|runners|graduates|finalists) our_winners the_winners}
offer {>everyone everybody all our my the this}
+ Well done to all our winners
? Well done to the whole class
- A steak well done to order

@9wg2op congrats to > congratulations to
+ Congrats to the whole class
- No congrats to

@zl8vsa huge well done to > huge congratulations to / big congratulations to {<^ a}
auto {>all_(?:our|the)_(?:winners|runners|graduates|finalists) our_winners the_winners}
offer
+ Huge well done to all our winners
? Huge well done to Maya
- No huge well done to

@o4d45t excited to / thrilled to {<^} {>share announce be}
+ Excited to share our new logo
- So excited to share

@15mw7jd grateful for / thankful for {<so very I'm am are we're really}
was 11o6t02
auto thankful for > grateful for
offer
+ We are so thankful for the help
? We are so grateful for the help
- Nothing to be grateful for

@17ctiso I'd be grateful for / I'd appreciate {>a an any your the}
+ I'd be grateful for an introduction
- If I'd be grateful for

@nd93xq any help appreciated / any help is appreciated / any help would be appreciated {<^}
+ Any help appreciated!
- Not any help appreciated

@gpxb7o any advice appreciated / any advice is appreciated / any advice would be appreciated {<^}
+ Any advice appreciated!
- Not any advice appreciated

@g7txiy great to see / wonderful to see {<^ so was is it's}
+ Great to see so many of you
- Not great to see

@1rpwr6o great to meet / wonderful to meet {<^ so was is it's}
+ It was great to meet you all
- Not great to meet

@qywl41 so proud of / really proud of / very proud of {<I'm am are we're}
+ I'm so proud of the whole class
- If I'm so proud of you
- So proud of the whole class

@kr99qz I'm really sorry / I'm very sorry / I'm so sorry {>$ about for to and}
+ I'm really sorry about the delay
- If I'm really sorry

@1y37kyl we're really sorry / we're very sorry / we're so sorry {>$ about for to and}
+ We're really sorry about the delay
- If we're really sorry

@mnw440 from all of us / from everyone {>at here}
was h7jacr
auto from all of us > from everyone
offer
+ Happy holidays from all of us at the shop
- A gift from all of us to you

@6psfjn best regards / kind regards / warm regards {<^} {>$}
+ Kind regards, Ana
- Send her my best regards

@1ubogvv I'm here to help / I'm happy to help {>$ with}
+ I'm here to help.
- I'm not here to help

@dt683x we're here to help / we're happy to help {>$ with}
+ We're here to help.
- We're not here to help

## more that any trade says

@303m9e a class / per class {<RM[\d.,]+ (?<=[£$€])[\d.,]+}
+ It is £12 a class
- In 2024 a class went

@1rinpzb a lesson / per lesson {<RM[\d.,]+ (?<=[£$€])[\d.,]+}
+ It is £30 a lesson
- In 2024 a lesson was

@16nigzp a visit / per visit {<RM[\d.,]+ (?<=[£$€])[\d.,]+}
+ It is £14 per visit
- In 2024 a visit was

@ejzhi9 a term / per term {<RM[\d.,]+ (?<=[£$€])[\d.,]+}
+ It is £90 per term
- In 2024 a term was

@1k1dape once they're gone / when they're gone
+ Once they're gone, it's June
- Not once they're gone

@189nya3 once it's gone / when it's gone
+ Once it's gone, it's June
- Not once it's gone

@1dr913z need to be / have to be
auto {>returned submitted collected booked paid signed} {<!not n't 'd would the no}
offer {>!honest fair said} {<!not n't 'd would}
+ The parts need to be returned
? The parts need to be ordered
- I have to be honest

@u7vt0r needs to be / has to be {<!not n't}
auto {>returned submitted collected booked paid signed}
offer {>!said seen}
+ The form needs to be signed
- It has to be said

@18zz9n7 we've still got > we still have
+ We've still got room on Friday
- We've not still got room

@1bosu6h I've still got > I still have
+ I've still got room on Friday
- I've not still got room

@1i2f6kt let's talk / let's chat {<^ and} {>$}
+ Bring your plans and let's talk.
- Let's talk about rain

@ikt0w0 sort something out / work something out {<we'll will can I'll we_will}
+ Message me and we'll sort something out
- We sort something out

@13susi2 quick question / a quick question {<^} {>for about $}
+ Quick question for the group
- No quick question

@176i519 quick update / a quick update {<^} {>on for from about $}
+ Quick update on the lift
- No quick update

@1y5kpy4 quick note / a quick note {<^} {>on for from about to $}
+ Quick note for parents
- No quick note

@y0t77s gentle reminder / a gentle reminder / a friendly reminder {<^} {>that to for $}
+ Gentle reminder that we close at noon
- No gentle reminder

@fr4h6i heads up / a quick heads up {<^} {>everyone that all for neighbours neighbors}
+ Heads up everyone, the road is closed
- Keep your heads up everyone

@dog5pl questions / any questions {<^} {>(?=\?)}
+ Questions? Message me
- Questions and answers

@73sxof with help from / with the help of {>the our my a}
+ We planted it with help from the scouts
- Not with help from the scouts

@btmkpw link in comments / link in the comments {<^ see}
+ Link in comments.
- No link in comments

@1ad9t9z congrats > congratulations {<^} {>$}
+ Congrats, Maya!
- No congrats

@8vwam available on request / available upon request {>$}
+ References available on request.
- Not available on request

@1romrn9 upon > on {>arrival delivery request receipt collection}
+ Payment upon delivery is fine
- Once upon a time

@1bb5pgn prior to > before {>the your our any arrival}
+ Drop it off prior to the class
- Prior tonnage

@y006lv to purchase > to buy
+ It is easy to purchase tickets
- The price to purchasers

@abv620 assist you > help you
auto {>!in}
offer
+ We can assist you with the form
- We never assist you

@1dv8tn regarding > about {<questions enquiries queries inquiries information details}
+ Send us your questions regarding the move
- Best regards, highly regarding

@oavspk an additional > an extra
+ Allow an additional hour
- Not an additional hour

@7p37s6 approximately > about / around {>\d an_hour}
+ It takes approximately an hour
- Not approximately an hour

@m2ac5 approx > about / around {>\d an_hour}
+ It takes approx an hour
- Not approx an hour

@42hayg commences > begins / starts {>on at}
+ Work commences on Monday
- It never commences on Monday

@96d9sg commence > begin / start {<will} {>on at}
+ Work will commence on Monday
- It will never commence on Monday

@12v4vvt is located on > is on
+ The shop is located on Bridge Street
- It is not located on

@3uvi6h is located at > is at
+ The shop is located at Bridge Street
- It is not located at

@1gducn1 is located in > is in
+ The shop is located in the old mill
- It is not located in

@q49ksp parking available / parking is available {<^ free street} {>$ at on in}
+ Free parking available on site
- No parking available

@no27gj materials included / materials are included {<^ all} {>$} {<![\w.)]+,}
+ All materials included.
- The price is with materials included.

@i5klkg breakfast included / breakfast is included {<^} {>$} {<![\w.)]+,}
+ Breakfast included.
- The price is with breakfast included.

@q076ti equipment provided / equipment is provided {<^ all} {>$} {<![\w.)]+,}
+ All equipment provided.
- We liked the equipment provided.

@uvha1c refreshments provided / refreshments will be provided {<^ light} {>$} {<![\w.)]+,}
+ Light refreshments provided.
- We liked the refreshments provided.

@qdaak tickets available / tickets are available {<^} {>at from on online}
+ Tickets available at the door
- No tickets available

@1fx4o9v booking essential / booking is essential {<^} {>$}
+ Booking essential.
- We find booking essential.

@w6yowq everyone's welcome > everyone is welcome / everybody is welcome
+ Come along, everyone's welcome
- Not everyone's welcome

@1ohy2im we are pleased to / we are delighted to / we are happy to {>announce share inform introduce}
+ We are pleased to announce a new branch
- We are not pleased to announce

@daspwf we're pleased to / we're delighted to / we're happy to {>announce share introduce}
+ We're pleased to announce a new branch
- We're not pleased to announce

@1dhx0i keep an eye out for / look out for {<^ please to and}
auto {>!each our one your others them people yourself}
offer {>!each our one your_own}
+ Please keep an eye out for him
- Never look out for

@1r5at2k over the next few / in the next few {>weeks days months}
+ More news over the next few weeks
- Not over the next few weeks

@5r4fuc over the coming / in the coming {>weeks days months}
+ More news over the coming weeks
- Not over the coming weeks

@qaq248 all year round / throughout the year
+ The pool is open all year round
- Not all year round

@15v9kmv any time you like / whenever you like {>$}
+ Call me any time you like.
- Not any time you like

@1ekxxch so nice to / so good to {<was it's is} {>see meet have}
+ It was so nice to see you all
- It was not so nice to see you

@16o0vv9 special thanks to / a special thank you to {<^ and}
+ Special thanks to our drivers
- No special thanks to

@1hvhnv7 call or email / email or call {<^ just please}
+ Call or email to book
- Never call or email

@qafk7g cash or card / card or cash {<^} {>$}
+ Cash or card.
- No cash or card

@jj8aal friends and family / family and friends
+ Bring your friends and family
- Not friends and family

@1n6sp2d friends or family / family or friends
+ Share it with friends or family
- Not friends or family

@1yu71yl who'd > who would {>rather love like}
+ For people who'd rather walk
- Somebody who'd been there

@p43wox she'd > she would {>rather love like}
+ She'd love to meet you
- She'd been there

@1c9i8i0 he'd > he would {>rather love like}
+ He'd love to meet you
- He'd been there

@1d0mqka whilst > while
+ Have a coffee whilst you wait
- Not whilst you wait

@x9de52 visit our website / go to our website {<^ to and please or}
+ Visit our website for the menu
- Never visit our website

@15z1xr3 comes with / includes
was ga6ssi
auto comes with > includes {<package ticket set} {>a free}
offer {<^ it which price package ticket set} {>a an the free}
+ The ticket comes with a drink
? It comes with a stand
- He comes with a smile

@1j1nj1p give it a try / try it out {<and to just ^} {>$}
was akmu4z
auto try it out > give it a try
offer
+ Come along and try it out.
? Come along and give it a try.
- Never give it a try

@10ygafi love to hear your thoughts / love to hear what you think {>$}
+ I'd love to hear your thoughts.
- Never love to hear your thoughts

@aupka curious to hear / interested to hear {<^ I'm am are we're}
+ I'm curious to hear how you do it
- I'm not curious to hear

@17fwz1x grab a coffee > get a coffee / have a coffee {<^ and to}
+ Sit down and grab a coffee
- Never grab a coffee

@1pe6qqn a quick call / a short call
+ Book a quick call this week
- Not a quick call

@1ybjacb a quick chat / a short chat
+ Come in for a quick chat
- Not a quick chat

@1m30kfa set up a call / arrange a call / schedule a call
+ Reply and we can set up a call
- Never set up a call

@1jh95e8 arrange a / book a / set up a
was 28dzvh
auto arrange a / book a {<to or} {>trial viewing visit demo consultation}
offer {<to or can} {>trial viewing visit tour tasting demo consultation}
+ Message me to arrange a trial
- To arrange a shelf, to book a room

@13c5o66 full of / packed with {<is are} {>colour color flavour flavor ideas great local fresh}
+ The shop is full of local honey
- The bus is full of people

@19g35g4 come on in / come in {<^} {>$ and}
was ar0blo
auto come on in > come in
offer
+ Come on in and say hello
- The tide will come in

@1doqsmn feel free to ask / please feel free to ask / you are welcome to ask {<^}
+ Feel free to ask
- Do not feel free to ask

@xmfpwz to everyone who / to everybody who / to all who {<thanks thank_you sorry apologies congratulations} {>came joined helped ordered voted donated took stopped visited supported}
+ Thank you to everyone who came
- We wrote to everyone who came

@zmrg26 in person or online / online or in person
+ Book in person or online
- Never in person or online

@1o2mkh3 big or small / large or small
+ We fix any job, big or small
- Not big or small

@1nflnrz delivery or pickup / pickup or delivery
+ Delivery or pickup, as you like
- No delivery or pickup

@1byj0cv delivery or collection / collection or delivery
+ Delivery or collection, as you like
- No delivery or collection

@xipay4 full-time or part-time / part-time or full-time
+ We are hiring, full-time or part-time
- Not full-time or part-time

@xoa9af details below / details are below {<^ all full more} {>$}
+ All details below.
- Read the details below.

@zozqhm details to follow / details to come {<^ more full further} {>$}
+ More details to follow.
- No details to follow

@6cqton more info / more information / more details {<^ find get see} {>below soon in at on $}
was s7yl2p
auto more info > more information / more details
offer
+ More info below
- No more info below

@89z1ca see you then / hope to see you then {<^} {>$}
+ See you then!
- I will see you then!

@1q6mhf5 we'd love to see you / it would be great to see you {<^ and} {>there at on all}
+ We'd love to see you there
- If we'd love to see you there

@cy6so7 just ask / feel free to ask {<^} {>$}
+ Any questions, just ask.
- You could just ask.

@1m2idsg drop us a line > send us a message / drop us a message
+ Drop us a line
- Never drop us a line

@1x385ss shoot me a message > send me a message / drop me a message
+ Shoot me a message
- Never shoot me a message

@tmgh4d shoot me an email > send me an email
+ Shoot me an email
- Never shoot me an email

@1gz84i1 hit me up > message me / send me a message {<^ just} {>$ for}
+ Hit me up for a quote
- The rain hit me up there

@17qrgq7 inbox me > message me / send me a message {<^ just please or}
auto {>$ for if to and with}
offer
+ Inbox me for the price
- Do not inbox me

@gxckw4 ping me > message me / drop me a message {<^ just please or}
auto {>$ for if to and with}
offer
+ Ping me for the link
- Do not ping me

@1bvn2ep at the link > via the link / through the link {<up register book order apply here now} {>below in above}
+ Sign up at the link below
- Look at the link below

@11c5yqi use the link / follow the link / click the link {<^ please and just} {>below in above to}
+ Use the link below to book
- Do not use the link below

@s2ik74 secure your > reserve your {>spot place seat table}
+ Secure your place today
- Secure your home

@1am0v4d grab your spot > save your spot / reserve your spot
+ Grab your spot
- Never grab your spot

@1yai5jb is fast approaching / is coming up fast
was 102ieoi
auto is coming up fast > is fast approaching
offer
+ Spring is coming up fast
? Spring is fast approaching
- It is not fast approaching

@5543t6 is here / has arrived {<spring summer autumn winter season weather} {>$ and} {>!and_now}
+ Pumpkin season is here
- The season is here to stay

@jp5qw1 make sure to / be sure to {<^ and please}
+ Make sure to bring a towel
- Do not make sure to

@khv7in as always / as ever {<^} {>$}
+ Thank you, as always, for coming
- It is as always

@u5ifbr to celebrate > to mark {<^} {>our_\w+_(?:birthday|anniversary) the_(?:launch|opening|occasion|anniversary)}
+ To celebrate the launch, we have cake
- To celebrate my mother, we have cake

@1f3ujq make an appointment / book an appointment / schedule an appointment
+ Call us to make an appointment
- Never make an appointment

@9oci6t speak to / talk to {<^ to and or please can just} {>us me our your one the}
+ Please speak to our team
- The people we speak to the most

@1rp8pe6 take a seat / have a seat {<^ and}
+ Take a seat, the kettle is on
- Never take a seat

@waktso easy to follow / simple to follow
+ The steps are easy to follow
- The steps are not easy to follow

@1l1w55t quick and easy / quick and simple
+ The form is quick and easy
- The form is not quick and easy

@1qj6slz grown locally / locally grown {<is are all} {>$}
+ The veg is all grown locally.
- The veg is not grown locally

@10qk7u0 made locally / locally made {<is are all} {>$}
+ The cheese is all made locally.
- The cheese is not made locally

@1ln7zat got me thinking / made me think {<it that this which and} {>$ about}
+ It got me thinking about rain
- The film made me think twice

@1me5hzk back then / in those days {<^} {>$ I we it the}
was 1bdl8pg
auto in those days > back then
offer
+ In those days we had an old oven
? Back then we had one oven
- Come back then

@10uk49z over time / with time
auto {<^} {>(?=,)}
offer {>$}
+ Over time, the colour gets softer
? The colour gets softer over time.
- He works over time sheets

@ashauu in the end / eventually {<^}
auto {>(?:I|we)_(?:found|decided|chose|went|settled)}
offer {>I we it he she they}
+ In the end we decided to move
? In the end we moved
- We moved in the end

@5ofi0f all of a sudden / suddenly {<^}
+ All of a sudden the sun came out
- It was not all of a sudden

@1dr7yc3 I often get asked / I'm often asked / people often ask me {<^}
+ I often get asked how long it takes
- I do not often get asked

@1m4p9m one of my clients > a client of mine {<!every any each only} {>$ called asked told said came wrote had has was is sent}
+ Yesterday one of my clients asked how it works
- Not one of my clients asked

@1j43qmt one of my customers > a customer of mine {>$ called asked told said came wrote had has was is sent}
+ Yesterday one of my customers asked how it works
- Not one of my customers asked

@c2cicl one of my students > a student of mine {>$ called asked told said came wrote had has was is sent}
+ Yesterday one of my students asked how it works
- Not one of my students asked

@rzhp5h one of our customers > a customer of ours {>$ called asked told said came wrote had has was is sent}
+ Yesterday one of our customers asked how it works
- Not one of our customers asked

@cipqsg is cancelled / has been cancelled {>$ due because}
+ The walk is cancelled.
- The walk is not cancelled

@8xcqh9 is canceled / has been canceled {>$ due because}
+ The walk is canceled.
- The walk is not canceled

@1kjt3hk is postponed / has been postponed {>$ due because to until}
+ The walk is postponed.
- The walk is not postponed

@u7sfjw we will reopen / we reopen {>on at}
+ We will reopen on Monday
- We will not reopen on Monday

@fvr15f we'll reopen / we reopen {>on at}
+ We'll reopen on Monday
- We'll not reopen on Monday

@1pn76is any recommendations / any suggestions {<^} {>for (?=\?)}
+ Any recommendations for a plumber?
- Not any recommendations for

@1lxd7xp many of our / a lot of our {<!so how too as very not}
was 1y1ogux
auto many of our > a lot of our {>customers clients students parents members regulars}
offer
+ Many of our students walk
- How many of our students walk

@16e4wfj many of my / a lot of my {<!so how too as very not}
was l63xi7
auto many of my > a lot of my {>customers clients students friends}
offer
+ Many of my students walk
- How many of my students walk

@fi83gq at the start of / at the beginning of
+ Pay at the start of term
- Not at the start of

@1099ckc from the start / from the beginning {>$}
+ It was fun from the start.
- Not from the start

@15im7zn make sure / make sure that {<^ please and to} {>the_ your_ all_ everyone they_ we_} {>!that}
+ Please make sure the gate is shut
- Please make sure of it

@17r240p please note that > please note {>the we our all there}
+ Please note that the pool is shut this week
- Please note the new hours

@11a9gsv I hope that > I hope
auto {>you we this everyone the it your our}
offer
+ I hope that you like it
- A hat I hope, that is

@1wycs3w over the / during the {>holidays holiday_weekend summer_holidays winter_break school_holidays spring_break half-term}
+ We are open over the holidays
- A bridge over the holiday park

[warm]

@1do3b21 thank you / thanks {<^} {>$}
+ Thank you! See you at the fair
- Thank you for coming! See you at the fair

@801hhw congratulations > congrats {<^} {>$}
+ Congratulations, Maya! You did it
- Please accept our congratulations!

[plain]

## offered alone

@qljs5i these days / nowadays {>$ I we}
offer
+ I bake less these days
- Not these days

@fsd7dd brand new > all new {<a the our} {>menu website site range look collection}
offer
+ Have a look at our brand new menu
- A brand new flat

@1jb7c5m I really appreciate / I am grateful for {<^ and} {>your all the every}
offer
+ I really appreciate your help
- I do not really appreciate your

@1ncg4wl to start with / to begin with {>$ so and}
offer
+ Small groups to start with
- It is easy to start with a plan
