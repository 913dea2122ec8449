# Starling's phrase lexicon, English. The form is told at the head of zh.lex; an option begins with a
# capital where the words it replaces did, and whole words only are matched.

[plain]

## openers and greetings

hi everyone / hello everyone / hello all {<^}
+ Hi everyone, the new menu is out
- Say hi everyone
hey everyone / hi all {<^}
+ Hey everyone, a small update
- They hey everyone
good morning everyone / morning everyone {<^}
+ Good morning everyone, coffee is on
- A good morning everyone shared
hi folks / hi everyone {<^}
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
good news / happy news {<^}
+ Good news, the seats are back
- No good news
big news / some big news {<^}{>$}
+ Big news, we are moving
- Not big news
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
happy to / glad to {<^ am I'm are we're be always}
+ Always happy to help
- Not always happy to
proud to / pleased to {<am I'm are we're so ^}{>share announce say show present}
+ We are proud to share the results
- We are not proud to share
I wanted to share / I want to share
+ I wanted to share what we learned
- I never said I wanted to share
just wanted to say / wanted to say
+ I wanted to say thank you
- I never wanted to say

## asking to act

message me / send me a message / drop me a message {<!can_not to}{>!boards}
+ Message me for the details
- Do not message me
send us a message / drop us a message / message us
+ Send us a message and we will find a time
- Do not send us a message
drop me a line / send me a note
+ Drop me a line this week
- Never drop me a line
get in touch / reach out {>$ with to and}
+ Get in touch and we will set a time
- Never get in touch
let me know / tell me {>$ what which how when your}
+ Let me know what you think
- If you let me know
let us know / tell us {>$ what which how when your}
+ Let us know what you think
- Unless you let us know
feel free to / you are welcome to {<!not}
+ Feel free to stop by
- Do not feel free to
take a look / have a look
+ Take a look at the new rooms
- Do not take a look
have a look around / take a look around
+ Have a look around the garden
- Do not have a look around
come and see / come see
+ Come and see the new place
- Do not come and see
stop by / drop by / swing by {>$ the our for on any and this}
+ Stop by the shop this week
- Do not stop by the shop
come by / stop by {>$ the our for and this}
+ Come by the studio
- Hard to come by at work, not easy to come by
come say hi / come and say hi
+ Come say hi at the booth
- Do not come say hi
say hi to / say hello to
+ Say hi to the team
- Do not say hi to
pick up / grab {<^ and to}{>a your one some the}{>!phone the_phone the_call the_slack}
+ Come in and pick up a loaf
- Never pick up the phone
sign up / register {<^ to and}{>here now at today below for}
+ Sign up here
- Do not sign up here
book your / reserve your {>seat place spot table slot visit}
+ Book your table early
- Do not book your table
save your spot / save your seat / reserve your spot
+ Save your spot below
- Never save your spot
save the date / mark your calendar / mark the date
+ Save the date for the fair
- Do not save the date
check out / take a look at {<^ and to}{>the our this these my}
+ Check out the new range
- Do not check out the new range
find out more / learn more
+ Find out more on the site
- Not to find out more
click the link / tap the link / follow the link
+ Click the link for the menu
- Do not click the link
link is in the comments / link is in the comments below
+ The link is in the comments
- No link is in the comments
reply here / comment here / reply below
+ Reply here and I will send it
- Do not reply here
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
see you there / hope to see you there {>$}
+ See you there!
- If I see you there
see you soon / hope to see you soon {>$}
+ See you soon!
- If I see you soon
come hungry / arrive hungry {<^}
+ Come hungry and bring a bag
- Do not come hungry
come along / join us {<^}{>$ and for}
+ Come along and try a class
- Do not come along
join us / come join us {<^}{>for at on in and}
+ Join us for the tasting
- Never join us for
give us a call / call us {>$ and for any}
+ Give us a call and ask
- Do not give us a call
give me a call / call me {>$ and any}
+ Give me a call and ask
- Do not give me a call
hold yours / keep yours {<will can ll I'll we'll}
+ We will hold yours at the counter
- We will not hold yours
walk you through / take you through / guide you through
+ I will walk you through it
- I will not walk you through
show you around / give you a tour {>$ the and}{>!the}
+ I will show you around.
- I will not show you around
help you find / help you pick
+ We help you find the right size
- Not help you find
make time for / find time for
+ Make time for a walk
- Never make time for

## contractions and small words

I would / I'd {>rather love like be say}
+ I would love to show you
- I would not like to
that is / that's {>why how what the a it all}{<^ and but So so}
+ That is why we moved
- That is not why
here is / here's {<^}
+ Here is the plan
- Nothing here is
there is / there's {<^ and but}{>a plenty still always room parking tea coffee}
+ There is still room
- There is no room
let us / let's {<^}{>talk make get start go celebrate see plan meet}
+ Let us talk it over
- Let us not talk
what is / what's {<^ see know}{>new next on in the}
+ See what is new
- Not what is new
a lot of / lots of / plenty of
+ A lot of people ask about parking
- Not a lot of people
lots of / plenty of / a lot of {<!not}
+ Lots of light in the kitchen
- Not lots of light
a bit of / a little {>!the}{>time help work patience background care}
+ It takes a bit of time
- Not a bit of time
so many of you / so many people {>asked have wrote came told}
+ So many of you asked about it
- Not so many of you
kind of / sort of {<!any this that what a the every one some of}{>nervous excited amazing funny magical}
+ I am kind of nervous
- What kind of amazing
right now / at the moment {>$ we I and}
+ The shop smells great right now
- Not right now
these days / nowadays {>$ I we}
+ I bake less these days
- Not these days
for now / for the moment {>$}
+ That is it for now
- Not for now
at last / finally {>$}{<!the}
+ Spring is here at last
- Not at last
finally / at last {<^}{>$}
+ Finally, the sun is out
- Not finally
is finally here / has finally arrived / is here at last
+ The new menu is finally here
- The menu is not finally here
are finally here / have finally arrived / are here at last
+ The peaches are finally here
- They are not finally here
every day / each day {<!not}
+ We bake every day
- Not every day
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
usually / normally {>open takes have start get comes}
+ It usually takes a while
- It does not usually take
sometimes / now and then {<^}
+ Sometimes I bake at night
- Sometimes I do not
really / truly {>love appreciate enjoy means hope}{<!not n't}
+ We really appreciate your support
- We do not really appreciate
very / really {>happy proud grateful good nice useful helpful pleased kind special glad}{<!not the}
+ We are very happy with it
- We are not very happy
super / really {>happy excited proud easy useful helpful simple}
+ I am super happy with it
- I am not super happy
great / lovely {<a such}{>time day place way start feeling evening morning}
+ We had a great time
- Not a great time
wonderful / lovely {>people team community neighbours customers}
+ Thanks to our wonderful customers
- Not wonderful customers
amazing / incredible {<our this an}{>team community people support}
+ Thanks to this amazing team
- Not this amazing team
beautiful / lovely {>day morning garden light view place spot}
+ It is a beautiful day
- It is not a beautiful day
easy to use / simple to use
+ The app is easy to use
- The app is not easy to use
super simple / really simple
+ The recipe is super simple
- The recipe is not super simple
brand new / all new / brand-new
+ A brand new playground
- Not a brand new playground

## connectives

because / since {<!just}{>I we they my our so many the this it you}{>!of}
+ I moved because the light is better
- Not because the light
so that > so {>you we they I everyone}
+ We start early so that everyone gets home
- So that you never wait
but / though {<^}{>still}
+ It is small, but still bright
- It is not small, but never
on top of that / besides that / what's more {<^}
+ On top of that, parking is free
- Not on top of that
for example / for instance
+ Take a room, for example
- Not for example
such as / like {>a the our bread fruit yoga}
+ Small things, such as the lamp
- Not such as the lamp
by the way / oh and {<^}
+ By the way, the jam is back
- Not by the way
first of all / to begin with {<^}
+ First of all, thank you
- Not first of all
as soon as / the moment {>you we I the it they your}{<!at}
+ I call you as soon as it lands
- Not as soon as
the moment / as soon as {>a you we they it someone}{<!at of for in}
+ It stops the moment a client pays
- It does not stop the moment a client pays
when you come / when you visit {>$ in and to}
+ Say hi when you come in
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
together with / along with {>our my the your a}
+ Made together with our neighbours
- Not together with our

## telling

a lot of you / many of you
+ A lot of you asked about parking
- Not a lot of you
I learned / I found out {<^ what thing things}{>that how to}
+ I learned that slow is fine
- I never learned that
I realised / I noticed {>that how}
+ I realised that spring was here
- I never realised that
it turns out / turns out {<^}
+ It turns out the cat was hiding
- It turns out not
looked after / cared for / taken care of {<have has had}
+ The sellers have looked after the garden
- They have not looked after
look after / take care of {<to will we I you and}{>the your our my}
+ We look after your plants
- We do not look after your
the thing / what {<shipped built made}{>she he you they we}{>!is}
+ Today we shipped the thing she asked for
- We never shipped the thing she asked for
goes back on the shelf / returns to the shelf
+ After that it goes back on the shelf
- It never goes back on the shelf
made by hand / handmade {>$ in by}
+ The bowls are made by hand
- They are not made by hand
worth a visit / worth the trip
+ The market is worth a visit
- Not worth a visit
worth it / worth the wait {>$}{<so totally really}
+ It took a year and it was so worth it
- It was not worth it
worked hard / put in a lot of work {<have has team}
+ The team worked hard on it
- The team never worked hard
put a lot of love into / put so much love into
+ We put a lot of love into it
- We did not put a lot of love into
asked for / requested {<have has you been}{>!help it the}
+ You asked for longer hours
- You never asked for
moved into / settled into {<just have has they}
+ The family just moved into the flat
- They have not moved into
get started / begin {<to}{>$ with}
+ It is easy to get started
- It is not easy to get started
learn how to / learn to
+ Learn how to bake bread
- Never learn how to
folks / people {<^ good lovely some many most of}
+ Some folks bring a chair
- No folks
mums and dads > parents {<^ all}
+ All mums and dads are welcome
- No mums and dads
nearby / close by {>$}
+ There is parking nearby
- There is no parking nearby
around the corner / just around the corner {<is are right}
+ Summer is around the corner
- It is not around the corner
some fresh air / a bit of fresh air
+ Get some fresh air
- Not some fresh air
last-minute / late {>booking bookings change plans}
+ Good for last-minute plans
- No last-minute plans
peace of mind / some peace of mind {<for gives you}
+ It gives you peace of mind
- It gives no peace of mind
piece of advice / bit of advice
+ A small piece of advice
- No piece of advice
tips / pointers {<my some few few_}{>for on}
+ Here are some tips for travel
- No tips for

## frequent words


## thanks and closing

thank you so much / thanks so much / many thanks {<^}{>!if}
+ Thank you so much for coming
- Not a thank you so much
thank you to / thanks to {<^ big huge}{>everyone all our every the my}
+ Thank you to everyone who came
- No thank you to everyone
thank you for / thanks for {<^ and}
+ Thank you for your patience
- No thank you for
thanks everyone / thank you everyone / thank you all {<^}
+ Thanks everyone for coming
- No thanks everyone
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
for your support / for all your support {>$}
+ Thank you for your support
- Not for your support
have a great / have a lovely / have a wonderful {>day week evening one time}{>!one}
+ Have a great day
- Do not have a great day
enjoy your / have a good {<^}{>evening day week morning}
+ Enjoy your evening
- Do not enjoy your evening
take care / look after yourselves {<^}{>$}
+ Take care!
- Do not take care
looking forward to / I look forward to {<^}{>seeing meeting hearing welcoming}
+ Looking forward to seeing you
- Not looking forward to seeing
all the best / best wishes {<^}{>$}
+ All the best!
- Not all the best
with love / with lots of love {<^}{>$}
+ With love, the team
- Not with love

## trade words

shipped / released {<today we have just have_just}{>the a our an}
+ Today we shipped the new editor
- We have not shipped the
we just launched / we have just launched / we just released
+ We just launched the app
- We never just launched
rolled out / released {<we have just}{>a the our new}
+ We rolled out a new planner
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
cosy / snug {>corner room place reading little flat spot}
+ A cosy corner
- Not a cosy corner
full of light / bright and airy {<is room flat kitchen living_room}
+ The kitchen is full of light
- It is not full of light
gets the morning sun / catches the morning sun
+ A kitchen that gets the morning sun
- It never gets the morning sun
gets the evening sun / catches the evening sun
+ A garden that gets the evening sun
- It never gets the evening sun
move in / settle in {<to ready_to}{>$}
+ The flat is ready to move in
- Not ready to move in
ideal for / great for {>families kids beginners a small couples anyone people}
+ Ideal for families
- Not ideal for families
beginners / newcomers {<^ for and all complete}{>welcome and are of}
+ All beginners welcome
- No beginners
all levels / every level {<for ^}{>welcome are}
+ All levels welcome
- Not all levels
warm up / loosen up {<^ to and}{>before together first}
+ Warm up before we run
- Never warm up
come rain or shine / rain or shine
+ We run rain or shine
- Not rain or shine
the whole team / everyone on the team / all of us
+ The whole team is here
- Not the whole team
our team / the team {<^ and from}{>is has will spent worked loves}
+ Our team is here to help
- Our team is not here
hang up / end the call {<^ just please then}{>$ and}
+ Just hang up and call back
- Never hang up
anyone who / everyone who {<with to for}{>needs might has loves likes is wants}
+ Share it with anyone who needs it
- Not with anyone who needs
