# What Starling offers an English author and never uses by itself; see zh.ask.lex.

[plain]

hi everyone / hello everyone / hi everybody / hi all / hello all {<^}
+ Hi everyone, the new menu is out
+ Hi all, a small update
- Say hi everyone
good morning everyone / morning everyone / good morning all / morning all {<^}
+ Good morning everyone, coffee is on
+ Morning all, the van is back
- A good morning everyone shared
we are excited to / we are thrilled to / we are so happy to
+ We are excited to open our doors
- We are not excited to
we're excited to / we're thrilled to / we're so happy to
+ We're excited to share this
- We're not sure we're excited to share
I am excited to / I am thrilled to / I am so happy to
+ I am excited to share this
- If I am excited to share
I'm excited to / I'm thrilled to / I'm so happy to
+ I'm excited to share this
- If I'm excited to share
so excited / so thrilled {>to that for about}
+ So excited to see you all
- Not so excited to
happy to / glad to {<^ am I'm are we're be always also}
+ Always happy to help
- Not always happy to
I wanted to share / I want to share
+ I wanted to share what we learned
- I never said I wanted to share
just wanted to say / wanted to say
+ I wanted to say thank you
- I never wanted to say
message me / send me a message / drop me a message {<!can_not to}{>!boards}
+ Message me for the details
- Do not message me
send us a message / drop us a message / message us
+ Send us a message and we will find a time
- Do not send us a message
drop me a line / send me a note
+ Drop me a line this week
- Never drop me a line
reach out > get in touch {>$ and}{<!hands arms}
+ Reach out and we will set a time
- Never reach out
- Let children reach out to animals slowly
reach out to / get in touch with {>me us our}
+ Reach out to us for a quote
+ Get in touch with me before the fair
- Never reach out to us
- Get in touch with nature
let me know / tell me {>what which how when}{<!they will}
+ Let me know what you think
- If you let me know
- Message me to let me know.
let us know / tell us {>what which how when}{<!they will}
+ Let us know what you think
- Unless you let us know
- Call ahead to let us know.
feel free to / you are welcome to {<!not}
+ Feel free to stop by
- Do not feel free to
take a look / have a look
+ Take a look at the new rooms
- Do not take a look
stop by / drop by / swing by {>$ the our for on any and this}
+ Stop by the shop this week
- Do not stop by the shop
come by / stop by {>$ the our for and this}
+ Come by the studio
- Hard to come by at work, not easy to come by
pick up > grab {<^ and to}{>a_loaf a_copy a_bag a_box some_bread some_flowers a_coffee}
+ Come in and pick up a loaf
- Never pick up the phone
- Remember to pick up your children
sign up / register {<^ to and}{>here now at today below for}
+ Sign up here
- Do not sign up here
book your / reserve your {>seat place spot table slot visit}
+ Book your table early
- Do not book your table
save the date / mark your calendar / mark the date
+ Save the date for the fair
- Do not save the date
check out / take a look at {<^ and to}{>the our this these my}
+ Check out the new range
- Do not check out the new range
find out more / learn more
+ Find out more on the site
- Not to find out more
link is in the comments / link is in the comments below
+ The link is in the comments
- No link is in the comments
comment below / leave a comment below {<^ please and or just}
+ Comment below and I will send it
- Do not comment below
- The comment below says it all
in the comments / in the comments below {>!section below}
+ Tell me in the comments
- Not in the comments
please share this with / please pass this on to / please forward this to
+ Please share this with your parents
- Please do not please share this with
share this with / pass this on to {<!not please}
+ Share this with a friend
- Do not share this with
spread the word / help spread the word
+ Spread the word to the neighbours
- Do not spread the word
bring a friend / bring a friend along / bring along a friend
+ Bring a friend to class
- Do not bring a friend
bring the family / bring the whole family / bring your family
+ Bring the family for brunch
- Do not bring the family
bring the kids / bring the children / bring your kids
+ Bring the kids along
- Do not bring the kids
come along / join us {<^}{>$ and for}
+ Come along and try a class
- Do not come along
join us > come and join us {<^}{>for at on in and}
+ Join us for the tasting
- Never join us for
walk you through / take you through / guide you through
+ I will walk you through it
- I will not walk you through
make time for / find time for
+ Make time for a walk
- Never make time for
I would / I'd {>rather love like be say do ask}
+ I would love to show you
- I would not like to
that is / that's {>why how what because where when usually all_we all_I}{<^ and but so}{>!is are}
+ That is why we moved
- That is not why
- All that is usually a plus
here is / here's {<^}{>!to hoping the_thing}
+ Here is the plan
- Nothing here is
- Here's to ten more years
let us > let's {<^}{>talk start go celebrate meet}
+ Let us talk it over
- Please let us talk it over
- Let us make it for you
what is / what's {<^ see know}{>new next on in the}
+ See what is new
- Not what is new
a lot of / lots of {<!not quite such what}
+ A lot of people ask about parking
- Not a lot of people
- Quite a lot of people ask
lots of / plenty of {<!not}{>light room space time parking}
+ Lots of light in the kitchen
- Not lots of light
- It cost us lots of sleep
a bit of / a little {>!the}{>time help work patience background care}
+ It takes a bit of time
- Not a bit of time
right now / at the moment {>$ we I and there}
+ The shop smells great right now
- Not right now
- It is a good time, right now more than ever
these days / nowadays {>$ I we}
+ I bake less these days
- Not these days
for now / for the moment {>$}
+ That is it for now
- Not for now
at last / finally {>$}{<!the}
+ Spring is here at last
- Not at last
every week / each week
+ We meet every week
- Not every week
every morning / each morning
+ I walk every morning
- Not every morning
every year / each year
+ We go back every year
- Not every year
all day / all day long {>$}{<!not}
+ The kitchen gets sun all day
- Not all day
often / frequently {<!how more}{>ask asked get hear come}
+ People often ask me this
- People do not often ask
usually > normally
+ It usually takes a while
+ Tips are usually shared
- It does not usually take
- As usual, we open early
sometimes / now and then {<^}
+ Sometimes I bake at night
- Sometimes I do not
really / truly {>love appreciate enjoy means hope}{<!not n't}
+ We really appreciate your support
- We do not really appreciate
very / really {>happy proud grateful good nice useful helpful pleased kind special glad sorry keen popular busy easy simple quiet friendly}{<!not the n't}
+ We are very happy with it
+ I am really sorry about the mix-up
- We are not very happy
- The very nice people next door, the very good ones
lovely > great {<a such}{>time day place way start evening morning}
+ We had a lovely time
- Not a lovely time
- Our lovely day
great > wonderful {<a such}{>time day evening turnout team community crowd}
+ We had a great time
- A great way to save
- Not a great time
wonderful / lovely {>people team community neighbours customers}
+ Thanks to our wonderful customers
- Not wonderful customers
beautiful / lovely {>day morning garden light view place spot}
+ It is a beautiful day
- It is not a beautiful day
brand new > all new {<a the our}{>menu website site range look collection}
+ Have a look at our brand new menu
- A brand new flat
on top of that / besides that / what's more {<^}
+ On top of that, parking is free
- Not on top of that
such as > like {>a the our bread fruit yoga}{<!things_such}
+ Small jobs, such as the lamp
- It feels like a home, looks like the sea
by the way / incidentally {<^}{>$}
+ The jam, by the way, is back
- We learned by the way side
first of all / to begin with {<^}
+ First of all, thank you
- Not first of all
as soon as / the moment {>you we I the it they your}{<!at}
+ I call you as soon as it lands
- Not as soon as
the moment > as soon as {>a_client you_pay you_walk you_arrive it_lands it_opens it_arrives they_land they_arrive}{<!at of for in was is}
+ It stops the moment a client pays
- It was the moment you arrive at when you are tired
when you come / when you visit {>$ in and to}
+ Say hi when you come in
- Not when you come in
together with / along with {>our my the your a}
+ Made together with our neighbours
- Not together with our
a lot of you / many of you
+ A lot of you asked about parking
- Not a lot of you
I learned that / I found out that {<^ and}
+ I learned that slow is fine
- I never learned that
- What I learned that day
it turns out / turns out {<^}
+ It turns out the cat was hiding
- It turns out not
looked after / cared for / taken care of {<have has had}
+ The sellers have looked after the garden
- They have not looked after
look after / take care of {<to will we I you and}{>the your our my}
+ We look after your plants
- We do not look after your
made by hand / handmade {>$ in by}
+ The bowls are made by hand
- They are not made by hand
worth it / worth the wait {>$}{<so totally really}
+ It took a year and it was so worth it
- It was not worth it
worked hard / put in a lot of work {<have has team}
+ The team worked hard on it
- The team never worked hard
get started / begin {<to}{>$ with}
+ It is easy to get started
- It is not easy to get started
learn how to / learn to
+ Learn how to bake bread
- Never learn how to
around the corner / just around the corner {<is are right}
+ Summer is around the corner
- It is not around the corner
peace of mind / some peace of mind {<for gives you}
+ It gives you peace of mind
- It gives no peace of mind
piece of advice / bit of advice
+ A small piece of advice
- No piece of advice
tips / pointers {<my some few few_}{>for on}
+ Here are some tips for travel
- No tips for
thank you so much / thanks so much / many thanks {<^}{>!if}
+ Thank you so much for coming
- Not a thank you so much
thank you to > thanks to {<^ and big huge}
+ Thank you to everyone who came
+ Dinner was late and thank you to everyone who stayed
- Thanks to our sponsors, the day is free
- I want to say thank you to my team
thanks everyone / thank you everyone / thank you all {<^}
+ Thanks everyone for coming
- No thanks everyone
thank you for / thanks for {<^ and}
+ Thank you for your patience
- No thank you for
big thanks to / huge thanks to / many thanks to
+ Big thanks to the volunteers
- No big thanks to
a big thank you / a huge thank you
+ A big thank you to the team
- Not a big thank you
I really appreciate / I am grateful for {<^ and}{>your all the every}
+ I really appreciate your help
- I do not really appreciate your
means a lot / means so much
+ Your support means a lot
- It never means a lot
enjoy your / have a good {<^}{>evening day week morning}
+ Enjoy your evening
- Do not enjoy your evening
take care / look after yourselves {<^}{>$}
+ Take care!
- Do not take care
we look forward to / we are looking forward to {>!the_new}
+ We look forward to welcoming you back
- Never again will we look forward to it
I look forward to / I'm looking forward to
+ I look forward to meeting you all
- Never have I look forward to
shipped > released {<today we have just have_just}{>the_new a_new our_new}
+ Today we shipped the new editor
- We shipped the parcels
we just launched / we have just launched / we just released
+ We just launched the app
- We never just launched
rolled out / released {<we have just}{>a the our new}
+ We rolled out a new planner
- We have not rolled out
cosy > snug {>corner room place reading little flat spot}
+ A cosy corner
- Not a cosy corner
cozy > snug {>corner room place reading little apartment spot}
+ A cozy corner
- Not a cozy corner
ideal for / great for {>families kids beginners a small couples anyone people}
+ Ideal for families
- Not ideal for families
all levels / every level {<for ^}{>welcome are}
+ All levels welcome
- Not all levels
the whole team / everyone on the team / all of us
+ The whole team is here
- Not the whole team
we are > we're {>\w+}{>!and or but in_for}{<!where what how who as than that whether}{>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]*) (?=[\s\S]*(?:n't|'re|'ll|'ve|'m|!))}
+ We are open again! See you soon
- We are open again. See you soon
- That is where we are now! Come in
I am > I'm {>\w+}{>!and or but}{<!where what how who as than that whether}{>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]*) (?=[\s\S]*(?:n't|'re|'ll|'ve|'m|!))}
+ I am so proud of you! Well played
- I am so proud of you
- Happy with who I am today! Come in
they are > they're {>\w+}{>!and or but what}{<!where what how who as than that whether}{>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]*) (?=[\s\S]*(?:n't|'re|'ll|'ve|'m|!))}
+ They are ready! I'll keep one for you
- They are ready for a new home
- Look where they are now! Well done
we have > we've got {>a an some plenty lots \d+ new room everything two three four five six several another more the our}{>!a_look a_go a_try a_chat a_laugh}{<!what all that which as}{>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]*) (?=[\s\S]*(?:n't|'re|'ll|'ve|'m|!))}
+ We have a new oven! Come and see
- We have a new oven
- That is all that we have a right to! Come in
I have > I've got {>a an some plenty lots \d+ new room everything two three four five six several another more the our}{>!a_look a_go a_try a_chat a_laugh a_dream}{<!what all that which as}{>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]*) (?=[\s\S]*(?:n't|'re|'ll|'ve|'m|!))}
+ I have some new bowls! Come and see
- I have a spare ticket
we have > we've {>been just added had made moved opened started taken changed always already put done seen worked finished joined teamed kept doubled extended decided launched updated}{>!had_it}{<!what all that as}{>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]*) (?=[\s\S]*(?:n't|'re|'ll|'ve|'m|!))}
+ We have added a room! Come and see
- We have added a room
- Read about all we have done! Come and see
I have > I've {>been just added had made moved opened started taken changed always already put done seen worked finished joined kept decided lived}{>!had_it}{<!what all that as}{>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]*) (?=[\s\S]*(?:n't|'re|'ll|'ve|'m|!))}
+ I have been a baker all my life! Come and see
- I have been a baker all my life
you will > you'll {>be get find have need hear receive love see meet learn leave}{<!^}{>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]*) (?=[\s\S]*(?:n't|'re|'ll|'ve|'m|!))}
+ After the class you will get a photo! Come along
- After the class you will get a photo
I will > I'll {>be have get send bring keep hold show help walk let call put set meet open start close take give do go share post update try}{>(?<=(?:n't|'re|'ll|'ve|'m|!)[\s\S]*) (?=[\s\S]*(?:n't|'re|'ll|'ve|'m|!))}
+ I will bring the cups! See you soon
- I will bring the cups
too / as well {>$}{<!me you it is much far n't little way just bit}
+ Kids can come too.
+ We do cakes as well.
- Me too.
- It is just as well.
a bit / a little {>smaller bigger better busier earlier later longer warmer cooler cheaper more sore late early nervous tricky different tired quieter louder sweeter lighter shy rusty cold chilly wobbly extra}{<!quite not n't}
+ They are a bit smaller this year
- He is quite a bit smaller
next to / beside {>the our a my your}
+ Next to the library
- Next to nothing
rather than > instead of {>a the my your our \w+ing}{<!more less other}
+ Bring a towel rather than a mat
- Walk in rather than click
- It was a bit more rather than a lot less
probably / most likely {<^ will is are it'll you'll I'll we'll}
+ We will probably close early
- You probably know her
especially / particularly {<!not n't}
+ The garden is especially good for kids
- It is not especially good
about > around {>an_hour a_week a_month a_year a_minute a_mile a_third \d}{<takes take taking takes_me in for lasts last lasting ^ costs runs usually us}
+ It takes about an hour
- A talk about a year at sea
an hour / per hour {<RM[\d.,]+ (?<=[£$€])[\d.,]+}
+ The rate is £36 an hour
- Come at 7 an hour early
a day / per day {<RM[\d.,]+ (?<=[£$€])[\d.,]+}
+ It is £42 a day
- Day 3 a day of rest
a week / per week {<RM[\d.,]+ (?<=[£$€])[\d.,]+ hours}
+ A few hours a week
- Once a week
a month / per month {<RM[\d.,]+ (?<=[£$€])[\d.,]+}
+ It is $120 a month
- In 2024 a month was lost
a year / per year {<RM[\d.,]+ (?<=[£$€])[\d.,]+}
+ It is £38 a year
- In 2024 a year was lost
every / each {>(?:mon|tues|wednes|thurs|fri|satur|sun)day month evening night weekend term}{<!not nearly almost n't is are}
+ We meet every Tuesday at the hall
- We meet almost every Tuesday
because of / due to {>the_(?:rain|snow|weather|heat|wind|storm|holiday|public|school|roadworks|strike) heavy bad this_morning's strong high demand unforeseen maintenance illness staff}{<!that's is was just}
+ We close early because of the snow
- That's because of the snow
owing to > due to / because of {>the heavy bad unforeseen maintenance illness staff}{<!is money rent}
+ Owing to the rain we start late
- Rent is owing to the club
even though / although {<^}{>I we it it's the they he she you there my our}
+ Although it is small, it is bright
- Even though you cannot come
- Small although bright
for the time being / for now {>$ we I the}
+ For the time being we open at nine
- Not for the time being
all of our / all our
+ Thank you to all of our helpers
- Not all of our helpers
all of your / all your
+ Bring all of your forms
- Not all of your forms
all of my / all my
+ I met all of my neighbours
- Not all of my
every now and then / from time to time / now and again
+ We host a dinner every now and then
- Not from time to time
to start with / to begin with {>$ so and}
+ Small groups to start with
- It is easy to start with a plan
honestly / to be honest {<^ but}{>(?=,) I the it it's we}
+ Honestly, I was surprised
- I will tell you honestly
- Honestly!
as usual / as normal {<resume open continue run running on onwards back}
+ Classes resume as usual
- As usual, the cat won
in short / in brief {<^ is}{>$}
+ In short: park behind the hall
- A cat in short, brief socks
the truth is / truth is {<^}
+ The truth is, I was scared
- Nothing about the truth is
that's why > this is why {<^ and}
+ That's why I still teach
- Tell me that's why
let me know what you think / tell me what you think / let me know your thoughts
+ Try it and let me know what you think
- If you let me know what you think
let us know what you think / tell us what you think / let us know your thoughts
+ Try it and let us know what you think
- If you let us know what you think
did you know that > did you know {<^}
+ Did you know that bees dance?
- How did you know that
please do come / please come
+ Please do come and vote
- Please do not please do come
please contact / please get in touch with {>me us our the}
+ Please contact us for a form
- Please contact lens users
drop me a text / text me / send me a text {<^ please or and just}{>$ and for with}
+ Text me for the address
- Do not text me
for more info / for more information / for more details
+ Ask me for more info
- Not for more info
come early / arrive early {<^ and please so}{>$ so for to and}
+ Come early, it gets busy
- The peas come early
join in / take part {<to and can}{>$}
+ Everyone is free to join in.
- To take part in the class
thinking about / thinking of {<^ you're are we're I'm}{>\w+ing}{>!something anything everything spring morning evening}
+ Thinking about selling?
- I'm thinking about something new
photos > pictures {<!passport profile school stock wedding headshot class}
+ The photos of the day are below
- Passport photos while you wait
just landed / just arrived {<^ have has}{>$}
+ Just landed: linen shirts
- We just landed at the airport
within walking distance of / a short walk from {<is are ^ and}
+ The flat is within walking distance of the school
- Not within walking distance of
depending on experience / based on experience
+ Pay depends, depending on experience
- Not depending on experience
would be a plus / is a plus / would be an advantage {>$}
+ Malay would be a plus.
- That is a plus-size coat
please be informed that / kindly be informed that / kindly note that > please note that / please be informed that {<^}
+ Kindly be informed that the pool is closed
- Please note that the pool is closed
kindly > please {>reply note send have let bring keep refer contact ensure return collect submit arrive inform}{<!please}
+ Kindly reply with your name
- She kindly offered us tea
please take note / kindly take note / kindly note > please note {>the that of}{>!of_it}
+ Kindly note the new hours
- Please note the new hours
- You kindly note, but please take note of it
we apologise for / we are sorry for {<^}{>the any}
+ We apologise for the delay and hope to see you
- When we apologise for
we apologise for the inconvenience / we are sorry for the inconvenience / our apologies for the inconvenience {<^}{>(?=[.!]) (?=$)}
+ We apologise for the inconvenience.
- We apologise for the inconvenience and hope to see you
we apologise for any inconvenience / we are sorry for any inconvenience / our apologies for any inconvenience {<^}{>(?=[.!]) (?=$) caused(?=[.!]) caused(?=$)}
+ We apologise for any inconvenience caused.
- We apologise for any inconvenience caused and hope to see you
we apologize for / we are sorry for {<^}{>the any}
+ We apologize for the delay and hope to see you
- When we apologize for
we apologize for the inconvenience / we are sorry for the inconvenience / our apologies for the inconvenience {<^}{>(?=[.!]) (?=$)}
+ We apologize for the inconvenience.
- We apologize for the inconvenience and hope to see you
we apologize for any inconvenience / we are sorry for any inconvenience / our apologies for any inconvenience {<^}{>(?=[.!]) (?=$) caused(?=[.!]) caused(?=$)}
+ We apologize for any inconvenience.
- We apologize for any inconvenience and hope to see you
taking place / happening {<is are ^}{>on at in this from}
+ The fair is taking place on Sunday
- What is happening
takes place / is held {>on at in every each}
+ The fair takes place on Sunday
- Nothing much ever takes place there
will take place / will be held {>on at in from}
+ The talk will take place on Sunday
- It will not take place on
dogs welcome / dogs are welcome {<^}{<![\w.)]+,}
+ Dogs welcome in the bar
- No dogs welcome
kids welcome / kids are welcome {<^}{<![\w.)]+,}
+ Kids welcome!
- No kids welcome
walk-ins welcome / walk-ins are welcome {<^}{<![\w.)]+,}
+ Walk-ins welcome all day
- No walk-ins welcome
beginners welcome / beginners are welcome {<^}{<![\w.)]+,}
+ Beginners welcome!
- No beginners welcome
just a heads up / just so you know / just to let you know {<^}
+ Just a heads up that we close early
- It was just a heads up
just a heads-up / just so you know / just to let you know {<^}
+ Just a heads-up that we close early
- It was just a heads-up
introducing our new / meet our new {<^}
+ Introducing our new lunch sets!
- We are introducing our new
thank you for your understanding / we appreciate your understanding {<^}{>(?=[.!]) (?=$)}
+ Thank you for your understanding.
- Thank you for your understanding and stay safe
thank you for your patience / we appreciate your patience {<^}{>(?=[.!]) (?=$)}
+ Thank you for your patience.
- Thank you for your patience and stay safe
thank you for your cooperation / we appreciate your cooperation {<^}{>(?=[.!]) (?=$)}
+ Thank you for your cooperation.
- Thank you for your cooperation and stay safe
cheers for > thanks for {<^}
+ Cheers for sticking to it
- Three cheers for the cook
huge thank you / big thank you {<^ a}
+ Huge thank you to the team
- Not a huge thank you
well done to > congratulations to {<^}{>everyone everybody all our my the this}
+ Well done to the whole class
- A steak well done to order
huge well done to > huge congratulations to / big congratulations to {<^ a}
+ Huge well done to Maya
- No huge well done to
grateful for / thankful for {<so very I'm am are we're really}
+ We are so grateful for the help
- Nothing to be grateful for
from all of us / from everyone {>at here}
+ Happy holidays from all of us at the shop
- A gift from all of us to you
need to be / have to be {>!honest fair said}{<!not n't 'd would}
+ The parts need to be ordered
- I have to be honest
needs to be / has to be {>!said seen}{<!not n't}
+ The form needs to be signed
- It has to be said
assist you > help you
+ We can assist you with the form
- We never assist you
keep an eye out for / look out for {<^ please to and}{>!each our one your_own}
+ Please keep an eye out for him
- Never look out for
comes with / includes {<^ it which price package ticket set}{>a an the free}
+ It comes with a stand
- He comes with a smile
give it a try / try it out {<and to just ^}{>$}
+ Come along and give it a try.
- Never give it a try
arrange a / book a / set up a {<to or can}{>trial viewing visit tour tasting demo consultation}
+ Message me to arrange a trial
- To arrange a shelf, to book a room
come on in / come in {<^}{>$ and}
+ Come on in and say hello
- The tide will come in
more info / more information / more details {<^ find get see}{>below soon in at on $}
+ More info below
- No more info below
inbox me > message me / send me a message {<^ just please or}
+ Inbox me for the price
- Do not inbox me
ping me > message me / drop me a message {<^ just please or}
+ Ping me for the link
- Do not ping me
is fast approaching / is coming up fast
+ Spring is fast approaching
- It is not fast approaching
back then / in those days {<^}{>$ I we it the}
+ Back then we had one oven
- Come back then
over time / with time {>$}
+ The colour gets softer over time.
- He works over time sheets
in the end / eventually {<^}{>I we it he she they}
+ In the end we moved
- We moved in the end
many of our / a lot of our {<!so how too as very not}
+ Many of our students walk
- How many of our students walk
many of my / a lot of my {<!so how too as very not}
+ Many of my students walk
- How many of my students walk
I hope that > I hope
+ I hope that you like it
- A hat I hope, that is
