# Starling's phrase lexicon, English. The form is told at the head of zh.lex; an option begins with a
# capital where the words it replaces did, and whole words only are matched.

[plain]

## openers and greetings

hi everyone / hello everyone / hi everybody / hi all / hello all {<^}{>$ we I just this it's}
+ Hi everyone, the new menu is out
+ Hi all, a small update
- Say hi everyone
hey everyone > hi everyone {<^}
+ Hey everyone, a small update
- They hey everyone
good morning everyone / good morning all {<^}{>$ we I just}
+ Good morning everyone, coffee is on
- A good morning everyone shared
hi folks > hi everyone / hi all {<^}
+ Hi folks, we are open again
- No hi folks
a quick note / a short note
+ A quick note before the weekend
- Without a quick note
a quick update / a short update
+ A quick update on the kitchen
- Not a quick update
quick reminder / a quick reminder / friendly reminder {<^}
+ Quick reminder: the clinic moves
- No quick reminder
big news / some big news {<^}{>$}
+ Big news, we are moving
- Not big news
we are excited to / we are thrilled to / we are so happy to {>announce share welcome introduce be_working be_back}
+ We are excited to share the new menu
- We are not excited to
we're excited to / we're thrilled to / we're so happy to {>announce share welcome introduce be_working be_back}
+ We're excited to share this
- We're not sure we're excited to share
I am excited to / I am thrilled to / I am so happy to {>announce share welcome introduce be_working be_back}
+ I am excited to share this
- If I am excited to share
I'm excited to / I'm thrilled to / I'm so happy to {>announce share welcome introduce be_working be_back}
+ I'm excited to share this
- If I'm excited to share
so excited / so thrilled {>to_share to_announce to_welcome}
+ So excited to share this at last
- Not so excited to
happy to / glad to {<^ am I'm are we're be always also}{>help hear see say answer report be_back}
+ Always happy to help
- Not always happy to
I wanted to share / I want to share {<^ today}{>three some a_few a_story a_quick something}
+ I wanted to share some of the work
- I never said I wanted to share
just wanted to say / wanted to say {<^ I}{>thank thanks a_big a_huge hi congratulations well_done}
+ I wanted to say thank you
- I never wanted to say

## asking to act

message me / send me a message / drop me a message {<!can_not to}{>$ if for with or and on to at}
+ Message me for the details
- Do not message me
send us a message / drop us a message / message us {>$ if for with or and on to at}
+ Send us a message and we will find a time
- Do not send us a message
drop me a line / send me a note {>$ if and at with}
+ Drop me a line with your size
- Never drop me a line
reach out > get in touch {>$ and_we and_I}{<!hands arms}
+ Reach out and we will set a time
- Never reach out
- Let children reach out to animals slowly
reach out to / get in touch with {>me us our_team our_office}
+ Reach out to us for a quote
+ Get in touch with me before the fair
- Never reach out to us
- Get in touch with nature
contact / get in touch with {>me us our_office our_team the_office}{<^ please to and or}
+ Please contact us for a quote
- The contact our office gave you
- Make contact me first
let me know / tell me {<^ please just and}{>which what_size what_colour what_color what_time what_you_need how_many}
+ Let me know which colour you like
- If you let me know
- Message me to let me know.
let us know / tell us {<^ please just and}{>which what_size what_colour what_color what_time what_you_need how_many}
+ Let us know how many are coming
- Unless you let us know
- Call ahead to let us know.
feel free to / you are welcome to {<^ and so but}
+ Feel free to stop by
- Do not feel free to
take a look / have a look {>$ at and around through inside if below here}
+ Take a look at the new rooms
- Do not take a look
have a look around / take a look around
+ Have a look around the garden
- Do not have a look around
come see > come and see {>us the our this what how it for}
+ Come see the new place
- Do not come see the new place
stop by / drop by {<^ please and or just to can}{>$ the our for on any and this}{>!the_weekend the_end}
+ Stop by the shop this week
- Do not stop by the shop
come by / stop by {<^ please and or just can}{>$ the our for and this}{>!the_end}
+ Come by the studio
- Hard to come by at work, not easy to come by
come say hi > come and say hi
+ Come say hi at the booth
- Do not come say hi
say hi to / say hello to
+ Say hi to the team
- Do not say hi to
pick up > grab {<^ and to}{>a_loaf a_bag a_box some_bread some_flowers a_coffee}
+ Come in and pick up a loaf
- Never pick up the phone
- Remember to pick up your children
sign up / register {<^ to and}{>here now today below for}{>!for_(?:vat|tax|gst|benefits)}
+ Sign up here
- Do not sign up here
book your / reserve your {>seat place spot table slot}
+ Book your table early
- Do not book your table
save your spot / reserve your spot
+ Save your spot below
- Never save your spot
save the date / mark your calendar {<^ and so}{>$ for}
+ Save the date for the fair
- Do not save the date
check out / take a look at {<^ and to}{>the_new our this_new my}
+ Check out the new range
- Do not check out the new range
find out more / learn more {<^ to and or please}{>$ about here}
+ Come by to find out more about it
- Not to find out more
click the link / tap the link / follow the link
+ Click the link for the menu
- Do not click the link
link is in the comments / link is in the comments below {>$}
+ The link is in the comments
- No link is in the comments
comment below / leave a comment below {<^ please and or just}{>$ if with and to}
+ Comment below and I will send it
- Do not comment below
- The comment below says it all
in the comments / in the comments below {<know link yours thoughts answers questions}{>$}
+ Leave your thoughts in the comments
- Not in the comments
please share this with / please pass this on to {>anyone someone friends your_friends your_colleagues}
+ Please share this with anyone on your street
- Please do not please share this with
share this with / pass this on to {<^ and so just}{>anyone someone friends your_friends a_friend}
+ Share this with a friend
- Do not share this with
spread the word / help spread the word {<^ and please}{>$ about and}
+ Spread the word and bring a neighbour
- Do not spread the word
bring a friend / bring a friend along / bring along a friend {>$ to for}
+ Bring a friend to class
- Do not bring a friend
bring the family / bring the whole family / bring your family {>$ along to for down}
+ Bring the family for brunch
- Do not bring the family
bring the kids / bring the children / bring your kids {<^ and so}{>$ along down}
+ Bring the kids along
- Do not bring the kids
see you there / hope to see you there {<^}{>$}
+ See you there!
- We will see you there!
see you soon / hope to see you soon {<^}{>$}
+ See you soon!
- I will see you soon!
come along > join us {<^}{>for}
+ Come along for a class
- Do not come along
join us > come and join us {<^}{>for at}
+ Join us for the tasting
- Never join us for
give us a call / call us {>$ and for any at on to before}{<^ or please and just to}
+ Give us a call and ask
- Never give us a call
- Visitors call us for any reason
ring us > call us / give us a call {>$ and for any at on to before}{<^ or please and just}
+ Ring us for a quote
- Never ring us
- Visitors ring us for any reason
give me a call / call me {>$ and for at on to before}{>!at_heart to_mind}{<^ or please and just to}
+ Give me a call and ask
- Never give me a call
- That is what they call me
ring me > call me / give me a call {>$ and for at on to before}{<^ or please and just to}
+ Ring me and ask
- Never ring me
- The people who ring me and ask
walk you through / take you through / guide you through {>the_steps the_process everything each how the_paperwork}
+ I will walk you through the steps
- I will not walk you through
show you around / give you a tour {>$ the and}{>!the}
+ I will show you around.
- I will not show you around
find time for > make time for
+ Find time for a walk
- Never make time for

## contractions and small words

that's > that is {>why how what because where when usually all_we all_I}{<^ and but so}{>!is are}
+ That's why we moved
- That is not why
- All that is usually a plus
here is / here's {<^}{>!to hoping the_thing the_deal looking one_for}
+ Here is the plan
- Nothing here is
- Here's to ten more years
there is / there's {<^ and but so}{>a an plenty still always room parking tea coffee something more someone lots cake free}
+ There is still room
- There is no room
- Wherever there is a will
let us > let's {<^}{>talk_about start_with}
+ Let us talk about the garden
- Please let us talk it over
- Let us make it for you
what is > what's {<^ see}{>new next in}
+ See what is new
- Not what is new
a lot of / lots of {<!not quite such what is that's it's lots_and}{>!love luck fun land the \d+ two three four five six ten twelve}
+ A lot of people ask about parking
- Not a lot of people
- Quite a lot of people ask
lots of / plenty of {<!not}{>light room space parking}
+ Lots of light in the kitchen
- Not lots of light
- It cost us lots of sleep
a bit of / a little {>time help work patience background}{>!the time_capsule help_desk work_table}
+ It takes a bit of time
- Not a bit of time
so many of you > so many people {>asked_for asked_about have_asked}
+ So many of you asked about it
- Not so many of you
- I saw so many of you there
kind of / sort of {<!any this that what a the every one some of}{>nervous excited amazing funny magical}
+ I am kind of nervous
- What kind of amazing
right now / at the moment {<available open working busy full closed here}{>$}
+ We are open right now
- Not right now
- It is a good time, right now more than ever
for now > for the moment {<!bye goodbye all}{>$}
+ That is it for now
- Not for now
at last / finally {<^}{>(?=!)}
+ At last! The shop is back
- Not at last
is finally here / has finally arrived / is here at last
+ The new menu is finally here
- The menu is not finally here
are finally here / have finally arrived / are here at last
+ The peaches are finally here
- They are not finally here
every week / each week {<!not n't almost nearly just_about}{>!is counts or}
+ We meet every week
- Not every week
every morning / each morning {<!not n't almost nearly just_about}{>!or}
+ I walk every morning
- Not every morning
every year / each year {<!not n't almost nearly just_about}{>!is counts or}
+ We go back every year
- Not every year
all day long > all day {>$}
+ The kitchen gets sun all day long
- Not all day
often / frequently {<!how more too so as most}{>ask hear}
+ People often ask me this
- People do not often ask
usually > normally {<^ I we it they is are am I'm we're}
+ It usually takes a while
+ Tips are usually shared
- It does not usually take
- As usual, we open early
normally > usually {<^ we I it this that they is are am I'm we're}
+ It normally takes an hour
- Breathe normally
now and then > sometimes {<^}{>I we}
+ Now and then I bake at night
- Sometimes I do not
really / truly {>appreciate enjoy means hope}{<!not n't}
+ We really appreciate your support
- We do not really appreciate
very / really {>happy proud grateful good nice useful helpful pleased kind special glad sorry keen popular busy easy simple quiet friendly}{<!the n't so very how in}{>!good_condition kind_of}
+ We are very happy with it
+ I am really sorry about the mix-up
- We are not very happy
- The very nice people next door, the very good ones
super > really {>happy excited proud easy useful helpful simple cute}
+ I am super happy with it
- I am not super happy
- The super easygoing dog
lovely > great {<a such}{>time day place way start evening}
+ We had a lovely time
- Not a lovely time
- Our lovely day
great > wonderful {<a such}{>time day evening turnout team community crowd}{>!time_to}
+ We had a great time
- A great way to save
- Not a great time
lovely > wonderful {>people team community neighbours customers}
+ Thanks to our lovely customers
- Not wonderful customers
amazing / incredible {<our this an}{>team community people support}
+ Thanks to this amazing team
- Not this amazing team
beautiful > lovely {<a this our such}{>garden view}
+ It looks out on a beautiful garden
- It is not a beautiful day
easy to use / simple to use
+ The app is easy to use
- The app is not easy to use
super simple / really simple
+ The recipe is super simple
- The recipe is not super simple
brand new > all-new {<the our}{>menu website site range look collection}
+ Have a look at our brand new menu
- A brand new flat

## connectives

so that > so {>you we they I everyone}
+ We start early so that everyone gets home
- So that you never wait
on top of that / what's more {<^}{>(?=,)}
+ On top of that, parking is free
- Not on top of that
for example / for instance
+ Take a room, for example
- Not for example
such as > like {>a bread fruit yoga}{<!things_such}
+ Small treats, such as fruit
- It feels like a home, looks like the sea
incidentally > by the way {<^}{>$}
+ The jam, incidentally, is back
- We learned by the way side
first of all > to begin with {<^}{>(?=,)}
+ First of all, thank you
- Not first of all
as soon as > the moment {>the_doors it_arrives they_arrive it_lands they_land we_hear}{<!at}
+ I call you as soon as it lands
- Not as soon as
the moment > as soon as {<^ and}{>a_client you_pay you_walk you_arrive it_lands it_opens it_arrives they_land they_arrive}
+ The moment you walk in, you smell it
- It was the moment you arrive at when you are tired
when you come / when you visit {>$}
+ Say hi when you come
- Not when you come in
before you come / before you visit {>$}
+ Read it before you come.
- Not before you come.
on its own / by itself {>$}
+ It sends reminders on its own
- It does not send on its own
on your own / by yourself {>$ or}
+ You can set it up on your own
- You cannot do it on your own
together with / along with {<^}{>our my the your a}
+ Together with our neighbours, we planted it
- Not together with our

## telling

a lot of you / many of you {<!how so too as not very quite such}
+ A lot of you asked about parking
- Not a lot of you
I found out that > I learned that {<^ and}
+ I found out that slow is fine
- I never learned that
- What I learned that day
it turns out / turns out {<^}{>I we you they my it's}
+ It turns out we like the quiet
- It turns out not
looked after / taken care of {<have has had}{>me us him her our_dog our_cat my_dog my_cat}
+ They have looked after us well
- They have not looked after
look after > take care of {<to will we I you and}{>the your our my}
+ We look after your plants
- We do not look after your
made by hand / handmade {<is are were}{>$ in}
+ The bowls are made by hand
- They are not made by hand
worth the wait > worth it {>$}{<so totally really}
+ It took a year and it was so worth the wait
- It was not worth it
worked hard / put in a lot of work {<have has team}{>$ to on}
+ The team worked hard on it
- The team never worked hard
put a lot of love into / put so much love into
+ We put a lot of love into it
- We did not put a lot of love into
asked for > requested {<you_have you_had}
+ You have asked for longer hours
- You never asked for
- She asked for help
get started / begin {<ready_to how_to}{>$}
+ Here is how to get started
- It is not easy to get started
learn how to > learn to
+ Learn how to bake bread
- Never learn how to
folks > people {<good lovely some many most of local}
+ Some folks bring a chair
- No folks
- Hey folks, good morning
mums and dads > parents {<^ all}
+ All mums and dads are welcome
- No mums and dads
nearby / close by {>$}
+ There is parking nearby
- There is no parking nearby
around the corner / just around the corner {<is are}
+ Summer is around the corner
- It is not around the corner
some fresh air / a bit of fresh air
+ Get some fresh air
- Not some fresh air
some peace of mind > peace of mind {<for gives you}
+ It gives you some peace of mind
- It gives no peace of mind
bit of advice > piece of advice
+ A small bit of advice
- No piece of advice
pointers > tips {<my some few few_}{>for on}
+ Here are some pointers for travel
- No tips for


## thanks and closing

thank you so much / thanks so much {<^}{>!if}
+ Thank you so much for coming
- Not a thank you so much
thank you to > thanks to {<^ and}{>all everyone everybody}
+ Thank you to everyone who came
+ Dinner was late and thank you to everyone who stayed
- Thanks to our sponsors, the day is free
- I want to say thank you to my team
thanks everyone / thank you everyone / thank you all {<^}{>$ for}
+ Thanks everyone for coming
- No thanks everyone
thanks for > thank you for {<^ and}
+ Thanks for your patience
- No thank you for
big thanks to / huge thanks to {<^ and a}
+ Big thanks to the volunteers
- No big thanks to
a big thank you / a huge thank you {>$ to for}
+ A big thank you to the team
- Not a big thank you
I really appreciate / I'm really grateful for {<^ and}{>your all the every}
+ I really appreciate your help
- I do not really appreciate your
means a lot / means so much {>$ to}
+ Your support means a lot
- It never means a lot
for your support / for all your support {>$}
+ Thank you for your support
- Not for your support
have a great / have a lovely / have a wonderful {>day week evening one time weekend summer holiday break}{>!one}
+ Have a great day
- Do not have a great day
- We have a great one-bedroom flat
have a brilliant > have a great / have a wonderful {>day week evening time weekend summer holiday break}
+ Have a brilliant summer, all of you
- Do not have a brilliant day
- We have a brilliant team
enjoy your / have a good {<^}{>(?:evening|day|week)(?=[.!,])}
+ Enjoy your evening!
- Do not enjoy your evening
look after yourselves > take care {<^}{>$}
+ Look after yourselves!
- Do not take care
we look forward to / we are looking forward to {<^ and}{>seeing welcoming hearing meeting}
+ We look forward to welcoming you back
- Never again will we look forward to it
I look forward to / I'm looking forward to {<^ and}{>seeing meeting hearing working}
+ I look forward to meeting you all
- Never have I look forward to
all the best / best wishes {<^}{>$}
+ All the best!
- Not all the best
with love / with lots of love {<^}{>$}
+ With love, the team
- Not with love

## trade words

shipped > released {<today we have just have_just}{>(?:the|a|our)_new_(?:version|feature|update|app|editor)}
+ Today we shipped the new editor
- We shipped the parcels
we just launched / we have just launched
+ We just launched the app
- We never just launched
rolled out > released {<we have just}{>(?:the|a|our)_new_(?:version|feature|update|app)}
+ We rolled out a new version
- We have not rolled out
is live / is up and running {<app site page shop store editor}{>$ now and}
+ The new site is live
- The site is not live
saves you time / saves time
+ It saves you time
- It never saves you time
freshly baked / fresh-baked
+ Freshly baked bread
- No freshly baked
home-made / homemade
+ Our home-made jam
- No home-made jam
cosy > snug {>corner reading spot}
+ A cosy corner
- Not a cosy corner
cozy > snug {>corner reading spot}
+ A cozy corner
- Not a cozy corner
gets the morning sun / catches the morning sun
+ A kitchen that gets the morning sun
- It never gets the morning sun
gets the evening sun / catches the evening sun
+ A garden that gets the evening sun
- It never gets the evening sun
ideal for / great for {>families kids beginners a small couples anyone people}{<!so really very pretty less_than}
+ Ideal for families
- Not ideal for families
all levels / every level {<for ^}{>welcome}
+ All levels welcome
- Not all levels
come rain or shine / rain or shine
+ We run rain or shine
- Not rain or shine
the whole team / everyone on the team {>$ is has was will at here}
+ The whole team is here
- Not the whole team
our team / the team {<^ and from}{>is has will spent worked loves}
+ Our team is here to help
- Our team is not here
hang up / end the call {<^ just please then}{>$ and}
+ Just hang up and call back
- Never hang up

## contractions, both ways: the short form only where the text has others

we're > we are {>\w+}{>!gonna in_for it}
+ We're opening a second shop
- We're gonna be late
- We're, as you know, small
we are > we're {>\w+}{>!and or but in_for today}{<!where what how who as than that whether here there old}{>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]*) (?=[\s\S]*(?:n't|'re|'ll|'ve|'m|!))}
+ We are open again! See you soon
- We are open again. See you soon
- That is where we are now! Come in
I'm > I am {>\w+}{>!gonna in_for}
+ I'm taking bookings for spring
- I'm gonna be late
I am > I'm {>\w+}{>!and or but today}{<!where what how who as than that whether here there old}{>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]*) (?=[\s\S]*(?:n't|'re|'ll|'ve|'m|!))}
+ I am so proud of you! Well played
- I am so proud of you
- Happy with who I am today! Come in
you're > you are {>\w+}{>!gonna kidding in_for it on_the_fence}
+ I know you're coming with the kids
- Tag, you're it
they're > they are {>\w+}{>!gonna}
+ They're ready for a new home
- They're gonna love it
they are > they're {>\w+}{>!and or but what today}{<!where what how who as than that whether here there old big}{>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]*) (?=[\s\S]*(?:n't|'re|'ll|'ve|'m|!))}
+ They are ready! I'll keep one for you
- They are ready for a new home
- Look where they are now! Well done
we've got > we have {>a an some plenty lots \d+ new room everything two three four five six several another more the our}{>!a_look a_go}
+ We've got a new oven
- We've got to go, we've got better at it
we have > we've got {>a an some plenty lots \d+ new room everything two three four five six several another more the}{>!a_look a_go a_try a_chat a_laugh a_break a_rest a_meal a_drink a_party}{<!what all that which as do did can could will would should may might shall must}{>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]*) (?=[\s\S]*(?:n't|'re|'ll|'ve|'m|!))}
+ We have a new oven! Come and see
- We have a new oven
- That is all that we have a right to! Come in
I've got > I have {>a an some plenty lots \d+ new room everything two three four five six several another more the our my}{>!a_look}
+ I've got a spare ticket
- I've got to go, I've got better at it
I have > I've got {>a an some plenty lots \d+ new room everything two three four five six several another more the}{>!a_look a_go a_try a_chat a_laugh a_dream a_cup a_coffee a_break a_rest a_nap a_bath a_shower a_meal a_drink}{<!what all that which as and do did can could will would should may might shall must}{>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]*) (?=[\s\S]*(?:n't|'re|'ll|'ve|'m|!))}
+ I have some new bowls! Come and see
- I have a spare ticket
you've got > you have {>a an some plenty lots \d+ room the any your}{>!a_point to_go this}
+ The form shows what you have left, and you've got a week to send it
- You've got this
- You've got to go
they've got > they have {>a an some plenty lots \d+ room the}
+ They've got the oven on
- They've got to go
have got > have {<we I they you still}{>a an some plenty lots \d+ room the two three four five six}
+ We have got a few boxes
- Things have got a little busy
we've > we have {>been just added had made moved opened started taken changed now also still always already put done seen worked finished joined teamed kept doubled extended decided lived come launched updated run sold tested learned tried a some}{>!had_it got}
+ We've added a room
- We've had it with the rain
- We've not added a room
we have > we've {>been just added had made moved opened started taken changed always already put done seen worked finished joined teamed kept doubled decided launched}{>!had_it just_(?:\d|a|one|two|three|four|five|the) made-to}{<!what all that as should could would might must may}{>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]*) (?=[\s\S]*(?:n't|'re|'ll|'ve|'m|!))}
+ We have added a room! Come and see
- We have added a room
- Read about all we have done! Come and see
I've > I have {>been just added had made moved opened started taken changed now also still always already put done seen worked finished joined kept decided lived come taught tried learned picked set used written spent asked a some}{>!had_it got been_there}
+ I've been a baker all my life
- I've had it with the rain
I have > I've {>been just added had made moved opened started taken changed always already put done seen worked finished joined kept decided lived}{>!had_it just_(?:\d|a|one|two|three|four|five|the)}{<!what all that as and should could would might must may}{>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]*) (?=[\s\S]*(?:n't|'re|'ll|'ve|'m|!))}
+ I have been a baker all my life! Come and see
- I have been a baker all my life
they've > they have {>been just added had made moved opened started taken changed always already put done seen worked finished joined kept decided}{>!had_it}
+ They've been staying late
- They've had it with the rain
you've > you have {>just always already ordered booked signed paid moved received joined}
+ You've already paid for this
- You've got this
you'll > you will {>\w+}{>!see love}
+ You'll get a call from us
- You'll see
we'll > we will {>\w+}{>!see}
+ We'll train you
- We'll see
I'll > I will {>\w+}{>!see be_honest admit say bet take}
+ I'll bring the cups
- I'll be honest with you
- I'll bet
they'll > they will {>\w+}{>!(?=[^.!?\n]*they'll)}{<!they'll[^.!?\n]*}
+ They'll send a photo
- They'll be late and they'll be tired
it'll > it will {>\w+}
+ It'll be ready by noon
- It'll, I hope, be ready
there'll > there will {>be}
+ There'll be cake
- There'll always be cake
you will > you'll {>be get find have need hear receive love see meet learn leave}{<!^ of like thank}{>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]*) (?=[\s\S]*(?:n't|'re|'ll|'ve|'m|!))}
+ After the class you will get a photo! Come along
- After the class you will get a photo
we will > we'll {>be have get send bring keep hold show help walk let call put set meet open start close take give do go share post update try provide replace}{>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]*) (?=[\s\S]*(?:n't|'re|'ll|'ve|'m|!))}
+ We will be on stall four! Come and say hi
- We will be on stall four
I will > I'll {>be have get send bring keep hold show help walk let call put set meet open start close take give do go share post update try}{<!and}{>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]*) (?=[\s\S]*(?:n't|'re|'ll|'ve|'m|!))}
+ I will bring the cups! See you soon
- I will bring the cups
it's been > it has been
+ It's been a tough few weeks
- It's not been a tough few weeks
it's > it is {<^ and but so because since when where}{>a an the free so really very too just still important open worth easy great lovely good going time all hard one usually always probably also my our \w+er \w+ing}{>!a_wrap a_date a_deal all_good all_yours on_us all_about going_to_be so_good just_that all_in}
+ It's a lovely way to meet people
- It's a wrap
- It's on us
it is > it's {<^ and but so because since}{>a an the free so really very too just still open worth easy great lovely good going time hard}{>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]*) (?=[\s\S]*(?:n't|'re|'ll|'ve|'m|!))}
+ It is a lovely day! I'll bring cups
- It is a lovely day
- As it is free! Come
I'd > I would {>appreciate recommend suggest advise}
+ I'd recommend the early one
- I'd recommended the early one
we'd > we would {>love like rather be appreciate}
+ We'd love to have you
- We'd been there all day
who's > who is {<^}{>coming joining ready going bringing}
+ Who's coming to the market?
- Who's been to the market?
that's fine / that is fine {<^ and but so}
+ And that's fine
- Use the one that's fine

## people and small pairs

everyone / everybody
+ Thank you for being so kind, everyone
- Not everyone
- An everyone-welcome class, and everyone's favourite
someone / somebody
+ Ask someone who has been
- Do not ask someone
- It was someone's guess
anyone / anybody
+ Anyone can join
- We will not ask anyone
- It is anyone's guess
too / as well {>$}{<!me you it is much far n't little way just bit ^ might may all could do}
+ Kids can come too.
+ We do cakes as well.
- Me too.
- It is just as well.
a bit / a little {>smaller bigger better busier earlier later longer warmer cheaper more sore late early nervous tricky different tired quieter louder sweeter shy rusty chilly wobbly}{<!quite not n't}
+ They are a bit smaller this year
- He is quite a bit smaller
almost > nearly {>all every full gone ready finished done there here over everyone always}
+ The slots are almost gone
- It feels almost like a holiday
nearly > almost {<!very so pretty}
+ She nearly dropped it
- She very nearly dropped it
next to / beside {>the our a my your}{>!the_point}
+ Next to the library
- Next to nothing
near > close to {>the our your my us a}{>!the_end the_future the_start the_beginning a_miss}{<!drawing nowhere anywhere draw draws}
+ Parking is near the hall
- We draw near the end
- In the near future, the near miss
instead of > rather than {<!but}
+ Bring a towel instead of a mat
- Rather than a mat
rather than > instead of {>\w+ing}{>!during something anything everything}{<!more less other}
+ Bring a towel rather than sitting on stone
- Walk in rather than click
- It was a bit more rather than a lot less
probably / most likely {<will it'll you'll I'll we'll}{>!to}
+ We will probably close early
- You probably know her
maybe / perhaps {<^ or and}
+ Bring a chair, maybe a blanket
- The maybe list
especially / particularly {<!not n't more made designed just}{>!for to}
+ The garden is especially good for kids
- It is not especially good
straight away > right away {>$ and}
+ Hang it up straight away
- Do not hang it up straight away
- It goes straight away from the road
for free > free of charge {>$ at in}{<!are is}
+ We wrap for free.
- We wait for free places
about > around {>an_hour a_week a_month a_year a_minute a_mile a_third \d}{<takes take taking takes_me in for lasts last lasting ^ costs runs usually}
+ It takes about an hour
- A talk about a year at sea
roughly > around {>an_hour a_week a_month a_year a_day a_third \d}
+ It takes roughly an hour
- Chop it roughly
an hour / per hour {<RM[\d.,]+ (?<=[£$€])[\d.,]+}{>!ago later before earlier after}
+ The rate is £36 an hour
- Come at 7 an hour early
a day / per day {<RM[\d.,]+ (?<=[£$€])[\d.,]+}{>!ago later before earlier after trip pass ticket}
+ It is £42 a day
- Day 3 a day of rest
a week / per week {<RM[\d.,]+ (?<=[£$€])[\d.,]+ hours}{>!ago later before earlier after}
+ A few hours a week
- Once a week
a month / per month {<RM[\d.,]+ (?<=[£$€])[\d.,]+}{>!ago later before earlier after}
+ It is $120 a month
- In 2024 a month was lost
a year / per year {<RM[\d.,]+ (?<=[£$€])[\d.,]+}{>!ago later before earlier after}
+ It is £38 a year
- In 2024 a year was lost
a head / per head {<RM[\d.,]+ (?<=[£$€])[\d.,]+}
+ It is £2 a head
- Add 4 a head of garlic
a night / per night {<RM[\d.,]+ (?<=[£$€])[\d.,]+}
+ It is £80 a night
- In 2024 a night out
a session / per session {<RM[\d.,]+ (?<=[£$€])[\d.,]+}
+ It is £30 a session
- Room 4 a session on yoga
every / each {>(?:mon|tues|wednes|thurs|fri|satur|sun)day month evening night weekend term}{<!not nearly almost n't is are [\d.,]+}{>!\w+_or}
+ We meet every Tuesday at the hall
- We meet almost every Tuesday
every time / each time {>you we I they someone the}{<!not nearly almost}
+ Every time you buy a cup
- Almost every time you call
every day / daily {<open baked delivered}{>$ from}
+ We are open every day.
- I walk every day
the past few / the last few {>days weeks months years}{>!\w+_of}
+ Thank you for the past few weeks
- The last few tickets, the last few days of term
in the past / in the last {>year month week decade}{>!\w+_of}
+ We have grown a lot in the past year
- In the past we baked at night, but in the last week of term we bake at noon
over the past / over the last {>year few decade month week}{>!\w+_of \w+_\w+_of}
+ Over the past year we have grown
- Over the last hill
last chance to / final chance to {<^}
+ Last chance to register
- Not the last chance to
on the last day / on the final day
+ Lunch on the last day
- Not on the last day
because of / due to {>the_(?:rain|snow|weather|heat|wind|storm|holiday|public|roadworks|strike) heavy bad this_morning's strong high demand unforeseen maintenance illness staff_(?:shortages?|illness|sickness|training)}{<!that's is was are were be just}
+ We close early because of the snow
- That's because of the snow
owing to > due to / because of {>the_(?:rain|snow|weather|heat|storm) heavy bad unforeseen maintenance illness}{<!is money rent amount balance}
+ Owing to the rain we start late
- Rent is owing to the club
even though > although {<^}{>I we it it's the they he she you there my our}
+ Even though it is small, it is bright
- Even though you cannot come
- Small although bright
in the meantime > meanwhile {<^}
+ In the meantime, use the side door
- We met in the meantime
for the time being > for now {>$ we I}
+ For the time being we open at nine
- Not for the time being
all of our > all our
+ Thank you to all of our helpers
- Not all of our helpers
all of your > all your
+ Bring all of your forms
- Not all of your forms
all of my > all my
+ I met all of my neighbours
- Not all of my
the whole / the entire {>family team day week weekend month year street building town house}{<!on}
+ Good for the whole family
- On the whole, family comes first
a whole / an entire {>day week weekend month year afternoon morning evening}
+ We spent a whole day there
- A whole new day
all kinds of / all sorts of
+ We see all kinds of bikes
- Not all kinds of
over the years / through the years
+ Thank you for your visits over the years
- Not over the years
every now and then / now and again > from time to time
+ We host a dinner every now and then
- Not from time to time
lots more / plenty more / much more {<and}{>$}
+ Bread, cakes and lots more!
- We want much more
to be honest > honestly {<^ but}{>(?=,)}
+ To be honest, I was surprised
- I will tell you honestly
- Honestly!
as normal > as usual {<resume open continue run running on onwards back}
+ Classes resume as normal
- As usual, the cat won
trust me / believe me {<^}{>$ I it this}
+ Trust me, it works
- They trust me
in my opinion / in my view
+ In my opinion the old one is nicer
- Not in my opinion
in brief > in short {<^}{>(?=,)}
+ In brief, park behind the hall
- A cat in short, brief socks
truth is > the truth is {<^}{>(?=,) I we}
+ Truth is, I was scared
- Nothing about the truth is
that's why > this is why {<^ and}{>we I you our the it}
+ That's why I still teach
- Tell me that's why
that's it / that's all {<^ and}{>(?=\.) from_me for_now for_today}
+ That's all for now
- You got it, that's it!
here's how > this is how {<^}{>it we I you to the}
+ Here's how it works
- This is how we met
here's what > this is what {<^}{>I we you our the it}
+ Here's what I learned
- This is what I do
here's why > this is why {<^}
+ Here's why we moved
- This is why we moved

## asking, telling, meeting

let me know what you think / tell me what you think / let me know your thoughts {>$}
+ Try it and let me know what you think
- If you let me know what you think
let us know what you think / tell us what you think / let us know your thoughts {>$}
+ Try it and let us know what you think
- If you let us know what you think
what do you think / what are your thoughts {<^}{>(?=\?)}
+ A new logo. What do you think?
- What do you think of it? Guess what do you think
did you know that > did you know {<^}{>!$}
+ Did you know that bees dance?
- How did you know that
do let me know > please let me know / let me know {<^}
+ Do let me know by noon
- I do let me know
do let us know > please let us know / let us know {<^}
+ Do let us know by noon
- We do let us know
please do come > please come
+ Please do come and vote
- Please do not please do come
please contact / please get in touch with {>me us our_team}
+ Please contact us for a form
- Please contact lens users
text me / send me a text {<^ please or and just}{>$ and for with}
+ Text me for the address
- Do not text me
give me a shout > let me know {<^ just}{>$}
+ Coming? Give me a shout.
- Give me a shout out
give us a shout > let us know {<^ just}{>$}
+ Coming? Give us a shout.
- Give us a shout out
email me / send me an email {<^ please or and just}{>$ for with and}
+ Email me for the list
- Do not email me
email us / send us an email {<^ please or and just}{>$ for with and}
+ Email us for the list
- Do not email us
call or text / text or call {<^ just please}
+ Call or text any time
- Never call or text
for more info > for more information / for more details
+ Ask me for more info
- Not for more info
pop in > drop in {<^ just and can please or}{>$ and for any}
+ Just pop in any time
- Pop in the oven
pop by > drop by / stop by {<^ just and can please or to}{>$ and for any}
+ Pop by for a chat
- Never pop by
come by and / stop by and {<^ please}{>try see say have take meet pick ask}
+ Come by and meet the dogs
- Never come by and
come early > arrive early {<^ and please so}{>$ so for to and}
+ Come early, it gets busy
- The peas come early
come find us > come and find us
+ Come find us by the gate
- Do not come find us
come visit us > come and visit us / come and see us
+ Come visit us at the fair
- Come and see us play
come join us > come and join us
+ Come join us for a walk
- Do not come join us
come back to see us / come back and see us
+ Come back and see us
- Never come back and see us
say hello / say hi {<and ^}{>$}
+ Come early, say hello, have a coffee
- Only the kids say hello
turn up > show up {<^ just who and}{>at on early}
+ Just turn up at nine
- Turn up the heat
- Something will turn up at last
turns up > shows up {<who he she}{>on at $}
+ A plumber who turns up on time
- Whoever turns up the heat, who turns up the heat
turned up > showed up {<you people who they}{>at on in}
+ So many of you turned up at the quiz
- The oven was turned up to full
join in > take part {<to and can}{>$}
+ Everyone is free to join in.
- To take part in the class
join our team / become part of our team / come and join our team {<^ to and}
+ Come and join our team
- Do not join our team
pass this along / pass this on {>$ to}
+ Please pass this along
- Do not pass this along
tell your friends / let your friends know {<^ and please}{>$ and about}
+ Tell your friends and come early
- Never tell your friends
lend a hand / help out {<and to can could}{>$}
+ Come and lend a hand.
- Help out the team
make sure you / be sure to {<^ please}{>bring book come check wear arrive read try}
+ Make sure you bring a towel
- Make sure you are there
please ensure / kindly ensure > please make sure {>that your you the all}
+ Please ensure that the gate is shut
- Please make sure that the gate is shut
thinking about / thinking of {<^ you're are we're I'm}{>(?:buying|selling|moving|starting|joining|going|getting|booking|trying|making|learning|changing|switching|renting|taking|visiting|adding|giving|using)}
+ Thinking about selling?
- I'm thinking about something new
hope you can make it / hope you can join us {>$}
+ Hope you can make it!
- We hope you can make it work
hope that helps / hope this helps / I hope that helps {<^}
+ Hope that helps!
- We hope that helps
hang on / hold on {<^}{>$ to_your}
+ Hang on to your receipts
- Do not hang on
set it aside / put it aside {>for until}
+ I will set it aside for you
- We set it aside
set one aside / put one aside {>for}
+ I will set one aside for you
- We set one aside
choose > pick {<^ and to can}{>your_own a_colour a_color from which any}
+ Choose your own bowl
- The right to choose
grab > get {<^}{>your_tickets your_copy yours your_ticket}
+ Grab your tickets
- Do not grab your tickets
find us > you'll find us {<^}{>at on in next behind beside near by}{>!on_Instagram on_Facebook}
+ Find us at the market
- Help them find us at the market

## photos, kids, things

photos > pictures {<!passport profile school stock wedding headshot class ID visa}
+ The photos of the day are below
- Passport photos while you wait
pics > photos / pictures
+ More pics in the comments
- Toothpics, epics
a photo > a picture {<send bring take me us of with plus}{>$ of and}
+ Bring a photo of your wall
- A photo album
kids / children {<^ your the our bring for two three four and my of}{>$ or can will to under below eat welcome are_welcome with of who}{>!at_heart will_be_kids}{>(?<=(?:n't|'re|'ll|'ve|'m|!|kids)[\s\S]*) (?=[\s\S]*(?:n't|'re|'ll|'ve|'m|!))}
+ Kids are welcome!
- Ask for the kids menu!
- All children are welcome
a while > some time {<takes take taken}{>$ to but and so}
+ It takes a while to rise
- It was a while ago
- Sit for a while
a handful of > a few {>places spots spaces people customers tables tickets seats}
+ A handful of places are open
- A handful of nuts
left / remaining {<spots places spaces seats tickets slots}{>$ for on_\w+day on_the_\w+day this}
+ We have a few places left on Saturday mornings
- Places left to see, spots left on the shirt
filling up fast / filling up quickly
+ The class is filling up fast
- Not filling up fast
going fast / going quickly {<are is slots spots places tickets they're}
+ Tickets are going fast
- Not going fast
go fast / go quickly {<sizes they these usually always ones}{>$ so and}
+ Good sizes go fast.
- The kids go fast
sell fast / sell quickly
+ These sell fast
- Never sell fast
book ahead / book in advance {>$ for to and}{<^ please to or and so}
+ Please book ahead for groups
- Do not book ahead
back in stock / in stock again {<are is ^ now}
+ The mugs are back in stock
- Not back in stock
just landed > just arrived {<^ have has}{>$}
+ Just landed: linen shirts
- We just landed at the airport
now available / available now {<are is}{>$ at in from}
+ The book is now available.
- It is not now available
on sale now / now on sale {>$}
+ Tickets on sale now!
- Not on sale now
barely used / hardly used {<^ is are and}
+ A stroller, barely used
- He barely used it
ready to go / good to go {<and are is all}{>$}
+ They are fed and ready to go.
- We are ready to go home
open to all / open to everyone {>$}
+ The class is open to all.
- Not open to all
goes a long way / makes a big difference {<!little}{>$}
+ A share goes a long way.
- A little goes a long way.
a short walk from > within walking distance of {<is are ^ and}
+ The flat is a short walk from the school
- Not within walking distance of
depending on experience > based on experience
+ Pay depends, depending on experience
- Not depending on experience
would be a plus / would be an advantage {>$}
+ Malay would be a plus.
- That is a plus-size coat
training provided / training is provided / training will be provided {<^ full}{>$}{<![\w.)]+,}
+ Full training provided.
- We liked the training provided.
accommodation provided / accommodation is provided {<^}{>$}{<![\w.)]+,}
+ Accommodation provided.
- We liked the accommodation provided.
lunch provided / lunch is provided / lunch will be provided {<^}{>$}{<![\w.)]+,}
+ Lunch provided.
- We liked the lunch provided.
over the phone / by phone {>$}
+ Ask for a price over the phone
- A crack over the phone screen
via the link / through the link / using the link {>in below above at on}
+ Book a slot via the link below
- Look through the link list
via the form / using the form / through the form {<up register book order apply}
+ Sign up via the form
- Look through the form

## notices

please be informed that / kindly be informed that / kindly note that > please note that {<^}
+ Kindly be informed that the pool is closed
- Please note that the pool is closed
kindly > please {<^}{>reply note send have let bring keep refer contact ensure return collect submit arrive inform}
+ Kindly reply with your name
- She kindly offered us tea
please take note / kindly take note / kindly note > please note {>the that}
+ Kindly note the new hours
- Please note the new hours
- You kindly note, but please take note of it
pls > please
+ Pls bring a mask
- Pls do not come
asap > as soon as possible
+ Send it asap
- Not asap
we apologise for > we are sorry for {<^}{>the any}
+ We apologise for the delay and hope to see you
- When we apologise for
we apologise for the inconvenience > we are sorry for the inconvenience / our apologies for the inconvenience {<^}{>(?=[.!]) (?=$)}
+ We apologise for the inconvenience.
- We apologise for the inconvenience and hope to see you
we apologise for any inconvenience > we are sorry for any inconvenience / our apologies for any inconvenience {<^}{>(?=[.!]) (?=$) caused(?=[.!]) caused(?=$)}
+ We apologise for any inconvenience caused.
- We apologise for any inconvenience caused and hope to see you
we apologize for > we are sorry for {<^}{>the any}
+ We apologize for the delay and hope to see you
- When we apologize for
we apologize for the inconvenience > we are sorry for the inconvenience / our apologies for the inconvenience {<^}{>(?=[.!]) (?=$)}
+ We apologize for the inconvenience.
- We apologize for the inconvenience and hope to see you
we apologize for any inconvenience > we are sorry for any inconvenience / our apologies for any inconvenience {<^}{>(?=[.!]) (?=$) caused(?=[.!]) caused(?=$)}
+ We apologize for any inconvenience.
- We apologize for any inconvenience and hope to see you
sorry for / sorry about / apologies for {<^}{>the_short the_delay the_wait the_late the_mix the_confusion the_noise the_inconvenience any_confusion}
+ Sorry for the short notice!
- We are sorry for the delay
sorry to / apologies to {<^}{>everyone everybody all anyone those}
+ Sorry to everyone who missed it
- Sorry to hear that
during this period / during this time
+ The gym stays open during this period
- Not during this period
with effect from > effective from / starting from {>\d (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (?:mon|tues|wednes|thurs|fri|satur|sun)day}
+ The desk opens early with effect from July this year
- Prices starting from 30 dollars, with effect from your request
stay open / remain open {<will to and}
+ The gates will stay open
- Do not stay open
stays the same / remains the same
+ The price stays the same
- It never stays the same
stay the same / remain the same
+ Prices stay the same
- Nothing will stay the same if prices stay the same
are unchanged > stay the same / remain the same {>$}
+ The charges are unchanged.
- They are unchanged in size
go up by / increase by {<will to}
+ Prices will go up by $5
- Never go up by
is going up / is increasing {<price fee cost rate rent postage membership}{>to from by}
+ The fee is going up from $30
- A wall is going up by the lake
happening > taking place {<is are ^}{>on at this}
+ The fair is happening on Sunday
- What is happening
takes place / is held {<class market event meeting session workshop fair course ceremony concert}{>on at every each}
+ The fair takes place on Sunday
- Nothing much ever takes place there
will take place / will be held {<class classes lessons market event meeting session workshop fair course ceremony concert party}{>on at in from}
+ The workshop will take place on the green
- It will not take place on
kicks off > starts / begins {>at on in with this}
+ The fair kicks off on Friday
- He kicks off his shoes
starts / begins {>on at in this next tomorrow today with promptly (?:mon|tue|wed|thu|fri|sat|sun)[a-z]* (?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]*}{>!at_[£$€a-z] in_the with_you}
+ The class starts on Monday
- It all starts in the kitchen
- The fee starts at $30
start / begin {<lessons classes will sales sessions showings}{>again on at in this next with tomorrow promptly (?:mon|tues|wednes|thurs|fri|satur|sun)day}{>!at_[£$€a-z] in_the}
+ Lessons start again on Monday
- Prices start at $30, for a good start in life
starting / beginning {<^ classes lessons}{>tomorrow next_week next_month in_January this_week on_Monday}
+ New classes starting next week
- The starting line
finishes > ends {>at on}{<class session course event lesson lessons sale it}
+ The class finishes at noon
- He finishes at the top
volunteers needed / we need volunteers {<^}{>for to on at}
+ Volunteers needed for the fair
- Not volunteers needed
all welcome / everyone welcome / everyone is welcome {<^}{>$}{<![\w.)]+,}
+ All welcome!
- Not all welcome
dogs welcome / dogs are welcome {<^}{>$ in at on from all}{<![\w.)]+,}
+ Dogs welcome in the bar
- No dogs welcome
kids welcome / kids are welcome {<^}{>$ in at on from all}{<![\w.)]+,}
+ Kids welcome!
- No kids welcome
walk-ins welcome / walk-ins are welcome {<^}{>$ in at on from all}{<![\w.)]+,}
+ Walk-ins welcome all day
- No walk-ins welcome
beginners welcome / beginners are welcome {<^}{>$ in at on from all}{<![\w.)]+,}
+ Beginners welcome!
- No beginners welcome
all proceeds go to / all proceeds will go to
+ All proceeds go to the shelter
- Not all proceeds go to
a gentle reminder / a friendly reminder
+ A gentle reminder that we close at noon
- Not a gentle reminder
just a reminder / just a quick reminder {<^}
+ Just a reminder that we close early
- It is just a reminder
just a heads up / just so you know / just to let you know {<^}{>(?=,) we our}
+ Just a heads up, we close early
- It was just a heads up
just a heads-up / just so you know / just to let you know {<^}{>(?=,) we our}
+ Just a heads-up, we close early
- It was just a heads-up
introducing our new > meet our new {<^}{>team_member teacher menu range collection manager colleague flavour flavor}
+ Introducing our new teacher!
- We are introducing our new
just listed / newly listed {<^}
+ Just listed: a small house by the park
- I just listed my house

## thanks, news and greetings

hi / hello {<^}{>$ parents neighbours neighbors friends members there team guys}
+ Hi neighbours, the gate is fixed
+ Hello! A small update
- Say hi to the team
hey guys > hi everyone / hi all {<^}
+ Hey guys, a small update
- They hey guys
thanks in advance / thank you in advance / many thanks in advance {<^}
+ Thanks in advance!
- Not thanks in advance
thanks again / thank you again {<^ and}
+ Thanks again for coming
- No thanks again
we appreciate your understanding > thank you for your understanding {<^}{>(?=[.!]) (?=$)}
+ We appreciate your understanding.
- Thank you for your understanding and stay safe
we appreciate your patience > thank you for your patience {<^}{>(?=[.!]) (?=$)}
+ We appreciate your patience.
- Thank you for your patience and stay safe
we appreciate your cooperation > thank you for your cooperation {<^}{>(?=[.!]) (?=$)}
+ We appreciate your cooperation.
- Thank you for your cooperation and stay safe
cheers for > thanks for {<^}{>reading coming all_the all_your your the_help}
+ Cheers for coming to it
- Three cheers for the cook
huge thank you / big thank you {<^ a}{>$ to for}
+ Huge thank you to the team
- Not a huge thank you
well done to > congratulations to {<^}{>all_(?:our|the)_(?:winners|runners|graduates|finalists) our_winners the_winners}
+ Well done to all our winners
- A steak well done to order
congrats to > congratulations to
+ Congrats to the whole class
- No congrats to
huge well done to > huge congratulations to / big congratulations to {<^ a}{>all_(?:our|the)_(?:winners|runners|graduates|finalists) our_winners the_winners}
+ Huge well done to all our winners
- No huge well done to
excited to / thrilled to {<^}{>share announce be}
+ Excited to share our new logo
- So excited to share
thankful for > grateful for {<so very I'm am are we're really}
+ We are so thankful for the help
- Nothing to be grateful for
I'd be grateful for / I'd appreciate {>a an any your the}
+ I'd be grateful for an introduction
- If I'd be grateful for
any help appreciated / any help is appreciated / any help would be appreciated {<^}
+ Any help appreciated!
- Not any help appreciated
any advice appreciated / any advice is appreciated / any advice would be appreciated {<^}
+ Any advice appreciated!
- Not any advice appreciated
great to see / wonderful to see {<^ so was is it's}
+ Great to see so many of you
- Not great to see
great to meet / wonderful to meet {<^ so was is it's}
+ It was great to meet you all
- Not great to meet
so proud of / really proud of / very proud of {<I'm am are we're}
+ I'm so proud of the whole class
- If I'm so proud of you
- So proud of the whole class
I'm really sorry / I'm very sorry / I'm so sorry {>$ about for to and}
+ I'm really sorry about the delay
- If I'm really sorry
we're really sorry / we're very sorry / we're so sorry {>$ about for to and}
+ We're really sorry about the delay
- If we're really sorry
from all of us > from everyone {>at here}
+ Happy holidays from all of us at the shop
- A gift from all of us to you
best regards / kind regards / warm regards {<^}{>$}
+ Kind regards, Ana
- Send her my best regards
I'm here to help / I'm happy to help {>$ with}
+ I'm here to help.
- I'm not here to help
we're here to help / we're happy to help {>$ with}
+ We're here to help.
- We're not here to help

## more that any trade says

a class / per class {<RM[\d.,]+ (?<=[£$€])[\d.,]+}
+ It is £12 a class
- In 2024 a class went
a lesson / per lesson {<RM[\d.,]+ (?<=[£$€])[\d.,]+}
+ It is £30 a lesson
- In 2024 a lesson was
a visit / per visit {<RM[\d.,]+ (?<=[£$€])[\d.,]+}
+ It is £14 per visit
- In 2024 a visit was
a term / per term {<RM[\d.,]+ (?<=[£$€])[\d.,]+}
+ It is £90 per term
- In 2024 a term was
once they're gone / when they're gone
+ Once they're gone, it's June
- Not once they're gone
once it's gone / when it's gone
+ Once it's gone, it's June
- Not once it's gone
need to be / have to be {>returned submitted collected booked paid signed}{<!not n't 'd would the no}
+ The parts need to be returned
- I have to be honest
needs to be / has to be {>returned submitted collected booked paid signed}{<!not n't}
+ The form needs to be signed
- It has to be said
we've still got > we still have
+ We've still got room on Friday
- We've not still got room
I've still got > I still have
+ I've still got room on Friday
- I've not still got room
let's talk / let's chat {<^ and}{>$}
+ Bring your plans and let's talk.
- Let's talk about rain
sort something out / work something out {<we'll will can I'll we_will}
+ Message me and we'll sort something out
- We sort something out
quick question / a quick question {<^}{>for about $}
+ Quick question for the group
- No quick question
quick update / a quick update {<^}{>on for from about $}
+ Quick update on the lift
- No quick update
quick note / a quick note {<^}{>on for from about to $}
+ Quick note for parents
- No quick note
gentle reminder / a gentle reminder / a friendly reminder {<^}{>that to for $}
+ Gentle reminder that we close at noon
- No gentle reminder
heads up / a quick heads up {<^}{>everyone that all for neighbours neighbors}
+ Heads up everyone, the road is closed
- Keep your heads up everyone
questions / any questions {<^}{>(?=\?)}
+ Questions? Message me
- Questions and answers
with help from / with the help of {>the our my a}
+ We planted it with help from the scouts
- Not with help from the scouts
link in comments / link in the comments {<^ see}
+ Link in comments.
- No link in comments
congrats > congratulations {<^}{>$}
+ Congrats, Maya!
- No congrats
available on request / available upon request {>$}
+ References available on request.
- Not available on request
upon > on {>arrival delivery request receipt collection}
+ Payment upon delivery is fine
- Once upon a time
prior to > before {>the your our any arrival}
+ Drop it off prior to the class
- Prior tonnage
to purchase > to buy
+ It is easy to purchase tickets
- The price to purchasers
assist you > help you {>!in}
+ We can assist you with the form
- We never assist you
regarding > about {<questions enquiries queries inquiries information details}
+ Send us your questions regarding the move
- Best regards, highly regarding
an additional > an extra
+ Allow an additional hour
- Not an additional hour
approximately > about / around {>\d an_hour}
+ It takes approximately an hour
- Not approximately an hour
approx > about / around {>\d an_hour}
+ It takes approx an hour
- Not approx an hour
commences > begins / starts {>on at}
+ Work commences on Monday
- It never commences on Monday
commence > begin / start {<will}{>on at}
+ Work will commence on Monday
- It will never commence on Monday
is located on > is on
+ The shop is located on Bridge Street
- It is not located on
is located at > is at
+ The shop is located at Bridge Street
- It is not located at
is located in > is in
+ The shop is located in the old mill
- It is not located in
parking available / parking is available {<^ free street}{>$ at on in}
+ Free parking available on site
- No parking available
materials included / materials are included {<^ all}{>$}{<![\w.)]+,}
+ All materials included.
- The price is with materials included.
breakfast included / breakfast is included {<^}{>$}{<![\w.)]+,}
+ Breakfast included.
- The price is with breakfast included.
equipment provided / equipment is provided {<^ all}{>$}{<![\w.)]+,}
+ All equipment provided.
- We liked the equipment provided.
refreshments provided / refreshments will be provided {<^ light}{>$}{<![\w.)]+,}
+ Light refreshments provided.
- We liked the refreshments provided.
tickets available / tickets are available {<^}{>at from on online}
+ Tickets available at the door
- No tickets available
booking essential / booking is essential {<^}{>$}
+ Booking essential.
- We find booking essential.
everyone's welcome > everyone is welcome / everybody is welcome
+ Come along, everyone's welcome
- Not everyone's welcome
we are pleased to / we are delighted to / we are happy to {>announce share inform introduce}
+ We are pleased to announce a new branch
- We are not pleased to announce
we're pleased to / we're delighted to / we're happy to {>announce share introduce}
+ We're pleased to announce a new branch
- We're not pleased to announce
keep an eye out for / look out for {<^ please to and}{>!each our one your others them people yourself}
+ Please keep an eye out for him
- Never look out for
over the next few / in the next few {>weeks days months}
+ More news over the next few weeks
- Not over the next few weeks
over the coming / in the coming {>weeks days months}
+ More news over the coming weeks
- Not over the coming weeks
all year round / throughout the year
+ The pool is open all year round
- Not all year round
any time you like / whenever you like {>$}
+ Call me any time you like.
- Not any time you like
so nice to / so good to {<was it's is}{>see meet have}
+ It was so nice to see you all
- It was not so nice to see you
special thanks to / a special thank you to {<^ and}
+ Special thanks to our drivers
- No special thanks to
call or email / email or call {<^ just please}
+ Call or email to book
- Never call or email
cash or card / card or cash {<^}{>$}
+ Cash or card.
- No cash or card
friends and family / family and friends
+ Bring your friends and family
- Not friends and family
friends or family / family or friends
+ Share it with friends or family
- Not friends or family
who'd > who would {>rather love like}
+ For people who'd rather walk
- Somebody who'd been there
she'd > she would {>rather love like}
+ She'd love to meet you
- She'd been there
he'd > he would {>rather love like}
+ He'd love to meet you
- He'd been there
whilst > while
+ Have a coffee whilst you wait
- Not whilst you wait
visit our website / go to our website {<^ to and please or}
+ Visit our website for the menu
- Never visit our website
comes with > includes {<package ticket set}{>a free}
+ The ticket comes with a drink
- He comes with a smile
try it out > give it a try {<and to just ^}{>$}
+ Come along and try it out.
- Never give it a try
love to hear your thoughts / love to hear what you think {>$}
+ I'd love to hear your thoughts.
- Never love to hear your thoughts
curious to hear / interested to hear {<^ I'm am are we're}
+ I'm curious to hear how you do it
- I'm not curious to hear
grab a coffee > get a coffee / have a coffee {<^ and to}
+ Sit down and grab a coffee
- Never grab a coffee
a quick call / a short call
+ Book a quick call this week
- Not a quick call
a quick chat / a short chat
+ Come in for a quick chat
- Not a quick chat
set up a call / arrange a call / schedule a call
+ Reply and we can set up a call
- Never set up a call
arrange a / book a {<to or}{>trial viewing visit demo consultation}
+ Message me to arrange a trial
- To arrange a shelf, to book a room
full of / packed with {<is are}{>colour color flavour flavor ideas great local fresh}
+ The shop is full of local honey
- The bus is full of people
come on in > come in {<^}{>$ and}
+ Come on in and say hello
- The tide will come in
feel free to ask / please feel free to ask / you are welcome to ask {<^}
+ Feel free to ask
- Do not feel free to ask

to everyone who / to everybody who / to all who {<thanks thank_you sorry apologies congratulations}{>came joined helped ordered voted donated took stopped visited supported}
+ Thank you to everyone who came
- We wrote to everyone who came
in person or online / online or in person
+ Book in person or online
- Never in person or online
big or small / large or small
+ We fix any job, big or small
- Not big or small
delivery or pickup / pickup or delivery
+ Delivery or pickup, as you like
- No delivery or pickup
delivery or collection / collection or delivery
+ Delivery or collection, as you like
- No delivery or collection
full-time or part-time / part-time or full-time
+ We are hiring, full-time or part-time
- Not full-time or part-time
details below / details are below {<^ all full more}{>$}
+ All details below.
- Read the details below.
details to follow / details to come {<^ more full further}{>$}
+ More details to follow.
- No details to follow
more info > more information / more details {<^ find get see}{>below soon in at on $}
+ More info below
- No more info below
see you then / hope to see you then {<^}{>$}
+ See you then!
- I will see you then!
we'd love to see you / it would be great to see you {<^ and}{>there at on all}
+ We'd love to see you there
- If we'd love to see you there
just ask / feel free to ask {<^}{>$}
+ Any questions, just ask.
- You could just ask.
drop us a line > send us a message / drop us a message
+ Drop us a line
- Never drop us a line
shoot me a message > send me a message / drop me a message
+ Shoot me a message
- Never shoot me a message
shoot me an email > send me an email
+ Shoot me an email
- Never shoot me an email
hit me up > message me / send me a message {<^ just}{>$ for}
+ Hit me up for a quote
- The rain hit me up there
inbox me > message me / send me a message {<^ just please or}{>$ for if to and with}
+ Inbox me for the price
- Do not inbox me
ping me > message me / drop me a message {<^ just please or}{>$ for if to and with}
+ Ping me for the link
- Do not ping me
at the link > via the link / through the link {<up register book order apply here now}{>below in above}
+ Sign up at the link below
- Look at the link below
use the link / follow the link / click the link {<^ please and just}{>below in above to}
+ Use the link below to book
- Do not use the link below
secure your > reserve your {>spot place seat table}
+ Secure your place today
- Secure your home
grab your spot > save your spot / reserve your spot
+ Grab your spot
- Never grab your spot
is coming up fast > is fast approaching
+ Spring is coming up fast
- It is not fast approaching
is here / has arrived {<spring summer autumn winter season weather}{>$ and}{>!and_now}
+ Pumpkin season is here
- The season is here to stay
make sure to / be sure to {<^ and please}
+ Make sure to bring a towel
- Do not make sure to
as always / as ever {<^}{>$}
+ Thank you, as always, for coming
- It is as always
to celebrate > to mark {<^}{>our_\w+_(?:birthday|anniversary) the_(?:launch|opening|occasion|anniversary)}
+ To celebrate the launch, we have cake
- To celebrate my mother, we have cake
make an appointment / book an appointment / schedule an appointment
+ Call us to make an appointment
- Never make an appointment
speak to / talk to {<^ to and or please can just}{>us me our your one the}
+ Please speak to our team
- The people we speak to the most
take a seat / have a seat {<^ and}
+ Take a seat, the kettle is on
- Never take a seat
easy to follow / simple to follow
+ The steps are easy to follow
- The steps are not easy to follow
quick and easy / quick and simple
+ The form is quick and easy
- The form is not quick and easy
grown locally / locally grown {<is are all}{>$}
+ The veg is all grown locally.
- The veg is not grown locally
made locally / locally made {<is are all}{>$}
+ The cheese is all made locally.
- The cheese is not made locally
got me thinking / made me think {<it that this which and}{>$ about}
+ It got me thinking about rain
- The film made me think twice
in those days > back then {<^}{>$ I we it the}
+ In those days we had an old oven
- Come back then
over time / with time {<^}{>(?=,)}
+ Over time, the colour gets softer
- He works over time sheets
in the end / eventually {<^}{>(?:I|we)_(?:found|decided|chose|went|settled)}
+ In the end we decided to move
- We moved in the end
all of a sudden / suddenly {<^}
+ All of a sudden the sun came out
- It was not all of a sudden
I often get asked / I'm often asked / people often ask me {<^}
+ I often get asked how long it takes
- I do not often get asked
one of my clients > a client of mine {<!every any each only}{>$ called asked told said came wrote had has was is sent}
+ Yesterday one of my clients asked how it works
- Not one of my clients asked
one of my customers > a customer of mine {>$ called asked told said came wrote had has was is sent}
+ Yesterday one of my customers asked how it works
- Not one of my customers asked
one of my students > a student of mine {>$ called asked told said came wrote had has was is sent}
+ Yesterday one of my students asked how it works
- Not one of my students asked
one of our customers > a customer of ours {>$ called asked told said came wrote had has was is sent}
+ Yesterday one of our customers asked how it works
- Not one of our customers asked
is cancelled / has been cancelled {>$ due because}
+ The walk is cancelled.
- The walk is not cancelled
is canceled / has been canceled {>$ due because}
+ The walk is canceled.
- The walk is not canceled
is postponed / has been postponed {>$ due because to until}
+ The walk is postponed.
- The walk is not postponed
we will reopen / we reopen {>on at}
+ We will reopen on Monday
- We will not reopen on Monday
we'll reopen / we reopen {>on at}
+ We'll reopen on Monday
- We'll not reopen on Monday
any recommendations / any suggestions {<^}{>for (?=\?)}
+ Any recommendations for a plumber?
- Not any recommendations for
many of our > a lot of our {<!so how too as very not}{>customers clients students parents members regulars}
+ Many of our students walk
- How many of our students walk
many of my > a lot of my {<!so how too as very not}{>customers clients students friends}
+ Many of my students walk
- How many of my students walk
at the start of / at the beginning of
+ Pay at the start of term
- Not at the start of
from the start / from the beginning {>$}
+ It was fun from the start.
- Not from the start
make sure / make sure that {<^ please and to}{>the_ your_ all_ everyone they_ we_}{>!that}
+ Please make sure the gate is shut
- Please make sure of it
please note that > please note {>the we our all there}
+ Please note that the pool is shut this week
- Please note the new hours
I hope that > I hope {>you we this everyone the it your our}
+ I hope that you like it
- A hat I hope, that is
over the / during the {>holidays holiday_weekend summer_holidays winter_break school_holidays spring_break half-term}
+ We are open over the holidays
- A bridge over the holiday park

[warm]

thank you / thanks {<^}{>$}
+ Thank you! See you at the fair
- Thank you for coming! See you at the fair
congratulations > congrats {<^}{>$}
+ Congratulations, Maya! You did it
- Please accept our congratulations!
