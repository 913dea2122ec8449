/** What a marketer writes who wants to serve hundreds: two drafts, alternatives where they come easily. */
export const richDrafts: readonly string[] = [
  "{姐妹们|宝子们|朋友们|大家}，{今天|这两天|刚刚}{给大家|来跟大家|想和你们}{分享|聊聊|说说}{我们家|咱家|店里}的新款防晒衣☀️{真的很|特别|超级}{轻薄|透气轻便|清爽}，{穿上身|上身以后|穿出门}{完全没有闷热感|一点都不闷|不会觉得闷}。满199减50，{活动到5月3日结束|优惠截止到5月3日|到5月3日为止}，{喜欢的|想要的|有兴趣的}{私信我|找我|留言给我}{就行|就好|就可以啦}～",
  "{天一热|太阳一大|入夏以后}{出门最怕晒|防晒就成了大事|谁都离不开防晒}，{所以|于是}{店里|我们}{进了|上了|选了}{这批|这款}防晒衣☀️{料子|面料}{摸着|上手}{很软|软软的|凉凉的}，{风一吹就干|出汗也不粘|骑车逛街都能穿}。{现在|这会儿}{下单|带走}满199减50，{优惠到|截止到}5月3日，{颜色尺码|尺码颜色}{问我|找我问|给我留言}{就行|就好}～",
];

/** Three drafts each, as whoever serves thousands would write them; in English as rich as in Chinese. */
export const threeRichDrafts: Readonly<Record<"zh" | "en", readonly string[]>> = {
  zh: [
    ...richDrafts,
    "{夏天快到了|天开始热了|又到了晒人的季节}，{很多人|好几位老顾客|不少朋友}{来问|在问|都问}防晒衣{到了没|什么时候有|还有没有}。{到了|这两天到了|刚刚上架}☀️{薄薄一件|一件薄外套}，{放包里|塞进包里|随手一卷}{不占地方|没什么分量|就能带走}，{接孩子|骑车|遛弯}{都用得上|都方便|都能穿}。满199减50，{只到|一直到|优惠到}5月3日，{想试穿的|想看看颜色的|拿不准尺码的}{来店里|跟我说一声|直接找我}{就好|就行|都可以}～",
  ],
  en: [
    "{Good news|Hello everyone|Hi all}: our new sun jacket {is here|has arrived|is on the rail} and it is {really light|as light as a scarf|so light you forget it}. {Wear it all day|Keep it on all afternoon|Put it on in the morning} and {you will not feel sticky|your arms stay cool|it never feels heavy}. Spend 199 and save 50, {until 3 May|up to 3 May|it ends on 3 May}. {If you like it|If you want one|Interested}? {Send me a message|Write to me|Drop me a line} {and I will keep your size|and I will put one aside|and it is yours}.",
    "{The sun is getting strong|It is getting hot out there|Summer is nearly here} and {everybody asks about shade|nobody wants to burn|people are looking for cover}. {So we picked|That is why we ordered|So the shop now has} a jacket that {dries in the wind|does not cling|feels cool on the skin}. {Cycle in it|Walk the dog in it|Take it to the beach}, {it works everywhere|it goes with everything|you will be fine}. {Right now|At the moment|These days} 199 gets you 50 off, {only to 3 May|the offer closes 3 May|until 3 May}. {For colours and sizes|About the colours|Not sure of your size}? {Just ask me|I can help|Ask away} {any time|today|whenever you like}.",
    "{A few of you asked|Several regulars asked|I have been asked} {whether the thin jackets are back|when the thin jackets come|for the thin jackets again}. {They are|They came today|Here they are}: {a jacket that folds into your bag|something thin for your bag|a layer you can roll up}, {for the school run|for a long walk|for the ride home}. {It weighs next to nothing|You hardly notice it|It takes no room}. Spend 199, {save 50 before 3 May|get 50 back by 3 May|50 off until 3 May}. {Want to try it on|Want to see the colours|Like to feel the cloth}? {Come by the shop|Stop at the shop|Look in after work} {and have a look|and take your time|and see for yourself}.",
  ],
};
