/**
 * What the API says of a fault, sentence by sentence, in Chinese. `{1}`, `{2}` stand for what a sentence names: the
 * same places in both. A sentence of two that end each is told as two. A sentence that code makes and nobody wrote here stays
 * English, which a test does not let happen.
 */
export const sentences: readonly (readonly [english: string, chinese: string])[] = [
  // Titles of problems.
  ["The request cannot be read", "请求读不懂"],
  ["The cursor cannot be read", "游标读不懂"],
  ["Not authenticated", "没有登录"],
  ["Not allowed", "没有权限"],
  ["Not found", "没有找到"],
  ["Method not allowed", "这个地址不接受这种方法"],
  ["Conflict", "有冲突"],
  ["Idempotency-Key used before", "Idempotency-Key 已经用过"],
  ["Secret already issued", "密钥已经给过"],
  ["The wordings are too much alike", "文案太相像"],
  ["Not published", "还没有发布"],
  ["Withdrawn", "已经收回"],
  ["Not made yet", "还没有生成"],
  ["An image could not be made", "有一张图片没能生成"],
  ["Too large", "太大"],
  ["Unsupported type", "不支持这种类型"],
  ["Some fields are wrong", "有些字段不对"],
  ["Too many requests", "请求太多"],
  ["Temporarily unavailable", "暂时不可用"],
  ["Unexpected error", "出错了"],
  ["No model", "没有接入模型"],
  ["Nothing to reword", "没有可以改写的"],
  ["The model has had enough", "模型暂时不接请求"],
  ["The model refused", "模型拒绝了"],
  ["The model cannot be reached", "连不上模型"],
  ["The model's answer cannot be read", "模型的回答读不懂"],
  ["The model's free allowance is used up", "模型的免费额度用完了"],
  ["The model needs a paid plan", "这个模型需要付费套餐"],
  ["The model's answer was cut short", "模型的回答被截断了"],
  ["The model took too long", "模型太久没有回答"],
  [
    "Something broke on our side. Try again; quote the request id if it persists.",
    "我们这边出错了。请再试一次；如果还不行，请附上请求编号告诉我们。",
  ],
  [
    "Something on our side failed several times. {1}, or tell the operator.",
    "我们这边失败了好几次。请重新来一次，或告诉部署者。",
  ],

  [
    "Many calls are changing the same thing at once. Try again in a moment.",
    "同时有很多请求在改同一样东西。请过一会儿再试。",
  ],

  // The request.
  ["This address answers to {1} only.", "这个地址只接受 {1}。"],
  ["The request body is larger than this call takes.", "请求体超过了这个接口的上限。"],
  ["Send the body as application/json.", "请用 application/json 发送。"],
  [
    "The body is not valid JSON. Check quotes, commas and encoding.",
    "请求体不是有效的 JSON。请检查引号、逗号和编码。",
  ],
  ["The body is not a JSON object.", "请求体不是一个 JSON 对象。"],
  ["The body is not UTF-8. Send it in that encoding.", "请求体不是 UTF-8。请用这种编码发送。"],
  [
    "The body is not UTF-8. Save or send it as UTF-8; GBK and Latin-1 are not understood.",
    "请求体不是 UTF-8。请存成或发成 UTF-8；这里读不懂 GBK 和 Latin-1。",
  ],
  ["A message has at most {1} bytes.", "一条消息最多 {1} 字节。"],
  [
    "The form has to have exactly one file. Send one, or the bytes of the picture as the body.",
    "表单里必须正好有一个文件。请只传一个，或者直接把图片的字节作为请求体。",
  ],
  [
    "The form cannot be read. Send it with a boundary, as HTML forms do.",
    "表单读不懂。请像 HTML 表单那样带上 boundary。",
  ],
  ["Bodies may have 1 MB, images 20 MB.", "请求体最多 1 MB，图片最多 20 MB。"],
  ["There is no such call. /docs lists them all.", "没有这个接口。全部接口在 /docs。"],
  [
    "Some fields are wrong; errors says which and why.",
    "有些字段不对；errors 里写了是哪些、为什么。",
  ],
  [
    "Some fields or parameters are not known to this call; errors says which.",
    "有些字段或参数这个接口不认识；errors 里写了是哪些。",
  ],
  ['This call knows no such field. Did you mean "{1}"?', "这个接口没有这个字段。是不是想写“{1}”？"],
  ["This call takes no such field.", "这个接口没有这个字段。"],
  ["This call knows no such field; it knows {1}.", "这个接口没有这个字段；它认识的是 {1}。"],
  [
    "This call costs more than others. Wait a minute, and ask for it less often.",
    "这个接口比别的更费资源。请等一分钟，以后少调用几次。",
  ],
  [
    "Too many wrong keys from this address. Wait a minute.",
    "这个地址试错密钥太多次了。请等一分钟。",
  ],
  [
    "Too many calls with this key. Wait a minute and go on.",
    "这个密钥调用太频繁了。请等一分钟再继续。",
  ],
  ["Too many messages from this address. Wait a minute.", "这个地址发来的消息太多了。请等一分钟。"],
  ["Too many tries from this address. Wait a minute.", "这个地址试得太多了。请等一分钟。"],
  [
    "Too many pictures from this kit. Wait a minute and go on.",
    "这个分享包传的图片太多了。请等一分钟再继续。",
  ],
  ['This call needs an API key with the scope "{1}".', "这一步需要“{1}”权限。"],
  ["This shows people of all teams. Ask head office for it.", "这里有所有团队的人。请向总部要。"],
  [
    "This call needs the deployment's admin secret as the Bearer token.",
    "这个接口要用部署的管理口令作为 Bearer。",
  ],
  [
    "This deployment has no admin secret. Set ADMIN_SECRET to 16 characters or more.",
    "这个部署没有管理口令。请把 ADMIN_SECRET 设成至少 16 个字符。",
  ],
  ["Only the deployment's operator may do this.", "只有部署者可以这样做。"],
  ["Only a sender's own kit may do this.", "只有本人的分享包可以这样做。"],
  ["Only the reader whom this is about may do this.", "只有这位读者本人可以这样做。"],
  ["Only the kit itself may do this.", "只有分享包自己的页面可以这样做。"],
  ["Only the console's own pages send this.", "只有控制台自己的页面可以这样做。"],
  ["Open the kit again from its address.", "请从原来的链接重新打开分享包。"],
  ["Your session has ended. Sign in to the console again.", "登录已经结束。请重新登录控制台。"],
  [
    "This form is too old. Go back, reload the page and try again.",
    "这一页打开得太久了。请返回，刷新后再试。",
  ],
  [
    "An Idempotency-Key is 1 to 128 printable ASCII characters, a UUID for instance.",
    "Idempotency-Key 要用 1 到 128 个可见的 ASCII 字符，比如一个 UUID。",
  ],
  [
    "This Idempotency-Key was used for another request. Use a new key for a new request.",
    "这个 Idempotency-Key 已经用在别的请求上。新的请求请用新的。",
  ],
  [
    "This call succeeded before and its secret was shown then. Make a new one if it was lost.",
    "这一步之前已经成功，密钥当时显示过。丢了的话，请新建一个。",
  ],
  [
    "The same call is under way. Repeat it to get its answer.",
    "同样的请求正在进行。再发一次就能得到它的结果。",
  ],
  [
    "The cursor is not one of ours. Pass nextCursor of the page before, or leave it out to start again.",
    "这个游标不是我们给的。请传上一页的 nextCursor，或不传，从头开始。",
  ],
  [
    "Pass nextCursor of the page before, or leave it out to start again.",
    "请传上一页的 nextCursor，或不传，从头开始。",
  ],
  ["There is no such {1} in this workspace. Check its id.", "这个工作区里没有它。请检查编号。"],

  // Fields.
  ["This field is missing.", "缺少这个字段。"],
  ["This has to be a text.", "这里要填文字。"],
  ["This has to be a number.", "这里要填数字。"],
  ["This has to be a whole number.", "这里要填整数。"],
  ["This has to be true or false.", "这里要填 true 或 false。"],
  ["This has to be a list.", "这里要填列表。"],
  ["This has to be an object.", "这里要填对象。"],
  ["This has to be {1}.", "这里要填 {1}。"],
  ["Use one of: {1}.", "只能是其中之一：{1}。"],
  [
    "Use a time such as 2026-11-01T08:00:00+08:00, or a date such as 2026-11-01.",
    "请用 2026-11-01T08:00:00+08:00 这样的时间，或 2026-11-01 这样的日期。",
  ],
  [
    "This month has no such day. Use a time such as 2026-11-01T08:00:00+08:00, or a date such as 2026-11-01.",
    "这个月没有这一天。请用 2026-11-01T08:00:00+08:00 这样的时间，或 2026-11-01 这样的日期。",
  ],
  [
    "Name a later time than since: until is the first moment that is left out, of a day the next one.",
    "until 要比 since 晚：它是不再算进去的第一个时刻，要算完一天就写第二天。",
  ],
  ["Use a date such as 2026-11-26.", "请用 2026-11-26 这样的日期。"],
  ["Choose a time that has not passed yet.", "请选还没有过去的时间。"],
  ["Choose a time at most one year ahead.", "最多只能定到一年以后。"],
  ["Choose a time at most ten years ahead.", "最多只能定到十年以后。"],
  ["This has none of the forms that the call takes.", "这不是接口接受的任何一种形式。"],
  ["This may not be empty.", "这里不能为空。"],
  ["Use {1} characters or more.", "至少 {1} 个字。"],
  ["Use at most {1} characters.", "最多 {1} 个字。"],
  ["Give {1} or more.", "至少 {1} 个。"],
  ["Give at most {1}.", "最多 {1} 个。"],
  ["Give at most {1} fields.", "最多 {1} 个字段。"],
  ["Give fields of at most {1} characters in all.", "所有字段加起来最多 {1} 个字。"],
  ["Use more than {1}.", "要大于 {1}。"],
  ["Use {1} or more.", "至少是 {1}。"],
  ["Use less than {1}.", "要小于 {1}。"],
  ["Use at most {1}.", "最多是 {1}。"],
  [
    "Take out the characters that cannot be seen or that turn the direction of the text.",
    "请去掉看不见的、或会改变文字方向的字符。",
  ],
  ["Use a language tag such as zh-CN or en.", "请用 zh-CN、en 这样的语言标签。"],
  ["Use an IANA timezone name, such as Asia/Shanghai.", "请用 IANA 时区名，例如 Asia/Shanghai。"],
  [
    "Use the address of a host that leads to this deployment, such as https://share.example.com.",
    "请填一个指向这个部署的地址，例如 https://share.example.com。",
  ],
  [
    "Use a complete URL that begins with http:// or https://.",
    "请填以 http:// 或 https:// 开头的完整网址。",
  ],
  ["Use a URL that begins with http:// or https://.", "请填以 http:// 或 https:// 开头的网址。"],
  ["Take the user name and password out of the URL.", "请去掉网址里的用户名和密码。"],
  [
    "Take out the spaces, line breaks, invisible characters and Chinese punctuation: what comes after them is not part of the address.",
    "请去掉空格、换行、看不见的字符和中文标点：它们后面的不属于网址。",
  ],
  ["Give either contentId or url.", "contentId 和 url 只能给一个。"],
  ["Give drafts or segments, one of them.", "drafts 和 segments 只能给一个。"],
  ["Name a colour: of=%23rrggbb.", "请给一个颜色：of=%23rrggbb。"],
  ["Ask for a period of at most {1} days.", "时间段最多 {1} 天。"],
  ["Ask for at most {1} days that end after they begin.", "最多 {1} 天，而且结束要在开始之后。"],
  ["Send {contentId}.", "请发送 {contentId}。"],
  ["Send {contentId, contactId}.", "请发送 {contentId, contactId}。"],
  [
    "Send {state, outcome}: done with an outcome, or snoozed.",
    "请发送 {state, outcome}：done 带上结果，或 snoozed。",
  ],
  ["Send {opener, closer}: one line each.", "请发送 {opener, closer}：各一行。"],
  ["Send {contentId, version, edited}.", "请发送 {contentId, version, edited}。"],
  ["Name the reader whom this is about.", "请写明是哪位读者。"],

  // People, members, keys.
  ["Choose who takes over.", "请选择谁来接手。"],
  ["There is no such colleague. Go back to the list of people.", "没有这位同事。请回到同事列表。"],
  ["There is no such post. Go back to the list of posts.", "没有这篇内容。请回到内容列表。"],
  ["There is no such link. Go back to the list of links.", "没有这个链接。请回到链接列表。"],
  ["There is no such key. Go back to the list.", "没有这个密钥。请回到列表。"],
  ["There is no such member. Go back to the list.", "没有这位成员。请回到列表。"],
  [
    "There is no such picture. Go back to the post's pictures.",
    "没有这张图片。请回到这篇内容的图片。",
  ],
  ["There is no such read. Go back to the readers.", "没有这次阅读。请回到读者列表。"],
  [
    "This workspace is no demo, so nothing of it is cleared at once.",
    "这个工作区不是示例，不能一次清空。",
  ],
  ["There is no such rule. Go back to the rules.", "没有这条规则。请回到规则列表。"],
  ["There is no such reader. Go back to the readers.", "没有这位读者。请回到读者列表。"],
  ["Send {contentId, line, shared}.", "请发送 {contentId, line, shared}。"],
  ["Send one line of at most {1} characters.", "请发送一行，最多 {1} 个字。"],
  [
    "They did not leave this name themselves. Say who they are.",
    "这个名字不是 TA 自己留的。请写明 TA 是谁。",
  ],
  ["The page is older than a day. Open it again.", "这一页打开超过一天了。请重新打开。"],
  ["Too many names were left today. Come back tomorrow.", "今天留下的名字太多了。请明天再来。"],
  ["Only the page itself may send this.", "只有页面自己可以这样做。"],
  ["Too many names from here. Wait a minute.", "这里留的名字太多了。请等一分钟。"],
  ["There is no such job.", "没有这个任务。"],
  ["Choose a file first.", "请先选一个文件。"],
  ["Import at most {1} rows at a time.", "一次最多导入 {1} 行。"],
  [
    "Another sender has this externalId. Use PUT /v1/senders/by-external-id/{externalId} to change it.",
    "这个工号已经是别人的。要修改那个人，请用 PUT /v1/senders/by-external-id/{externalId}。",
  ],
  ["Taken by another sender.", "已经是别人的。"],
  ["An earlier row has the same one. Send each once.", "前面有一行的工号和它一样。每个只写一次。"],
  [
    "An earlier item of this call has the same externalId. Send each once.",
    "前面有一项的 externalId 和它一样。每个只写一次。",
  ],
  [
    "Some fields of this sender are wrong; errors says which and why.",
    "这位同事有些字段不对；errors 里写了是哪些、为什么。",
  ],
  [
    "A word here is on the workspace's banned list: choose another.",
    "这里有一个词在禁用词表里：请换一个。",
  ],
  ["Name somebody else than who leaves.", "请选离职者以外的人。"],
  [
    "This sender has been handed over; withdraw from who took over.",
    "这位同事已经交接；请到接手的人那里收回。",
  ],
  [
    "This is the last key with the admin scope. Make another one first, then revoke this one.",
    "这是最后一个有管理权限的密钥。请先新建一个，再停用它。",
  ],
  ["Name the team that this person leads.", "请填这个人负责的团队。"],
  [
    "A sign-in link works once, for a day. Ask for a new one: npm start prints it, and so does the console under Members.",
    "登录链接只能用一次，一天内有效。请要一个新的：npm start 会打印，控制台的“控制台成员”里也有。",
  ],
  ["This contact belongs to another sender.", "这位联系人属于另一位同事。"],
  ["This visit belongs to another reader.", "这次阅读是另一位读者的。"],
  [
    "Head office has confirmed who this is. Ask them to change it.",
    "总部已经确认这是谁。要改请找总部。",
  ],
  ["Name another viewer than this one.", "请选另一位读者。"],
  [
    "These two are known to be different contacts. Take the name of one away first.",
    "这两位已知是不同的联系人。请先取消其中一位的命名。",
  ],
  ["This viewer was merged into nobody.", "这位读者没有被合并过。"],
  ["A merge can be undone for a day; this one is older.", "合并在一天内可以撤销；这一次已经过了。"],

  // Contents.
  ["Write at least one draft.", "至少写一段文案。"],
  ["A caption has at most {1} drafts: remove some.", "一篇内容最多 {1} 段文案：请删掉几段。"],
  [
    "All drafts together have at most {1} characters: shorten some.",
    "所有文案加起来最多 {1} 个字：请缩短一些。",
  ],
  ["A draft has at most {1} characters: shorten it.", "一段文案最多 {1} 个字：请缩短。"],
  ["A draft has at most {1} characters{2}: shorten it.", "一段文案最多 {1} 个字：请缩短。"],
  ["This draft is empty: write it or remove it.", "这段文案是空的：请写上，或删掉。"],
  [
    "A caption's markup needs mending. Each error names its draft, line and column.",
    "文案里的标记要改一改。每条错误写明了第几段、第几行、第几个字。",
  ],
  ["Line {1}, column {2}: {3}", "第 {1} 行第 {2} 个字：{3}"],
  ["Slots nest at most {1} deep: flatten this one.", "花括号最多套 {1} 层：请拆平这一处。"],
  ["A draft has at most {1} slots: remove some.", "一段文案最多 {1} 处可变的地方：请去掉几处。"],
  [
    "A bar outside a slot: write \\| for a bar in the text.",
    "花括号外面有竖线：正文里的竖线请写成 \\|。",
  ],
  [
    "This brace closes no slot: write \\} for a brace in the text.",
    "这个右花括号没有对应的左括号：正文里的请写成 \\}。",
  ],
  ["This slot is never closed: add } or write \\{.", "这个花括号没有关上：请补上 }，或写成 \\{。"],
  [
    "This slot is empty: give it options, or write \\{\\}.",
    "这个花括号是空的：请写几种说法，或写成 \\{\\}。",
  ],
  [
    "One option only: add a second after a bar of the brace's own width, or {x|} to make it optional.",
    "只有一种说法：请在竖线后再写一种（半角花括号配半角竖线），或写成 {x|}，让它可有可无。",
  ],
  ["A slot has at most {1} options: remove some.", "一处最多 {1} 种说法：请去掉几种。"],
  ["At most {1} parts change places: split them up.", "最多 {1} 个部分互换位置：请拆开。"],
  ["Two options of this slot are the same: remove one.", "这一处有两种说法一样：请去掉一种。"],
  ["This option {1}: make sure it says the same.", "这种说法可能换了意思：请确认说的是同一件事。"],
  ["An option cannot be used; errors names the word.", "有一种说法不能用；errors 里写了是哪个词。"],
  [
    "This option changes a fact: “{1}”. Change it there.",
    "这种说法的事实和原句不一样：“{1}”。请改这里。",
  ],
  [
    "This option says a banned word: “{1}”. Change it there.",
    "这种说法里有禁用词：“{1}”。请改这里。",
  ],
  [
    "This option is what the sentence says already: “{1}”. Change it there.",
    "这种说法和原句一样：“{1}”。请改这里。",
  ],
  [
    "This option has a sign that does not belong here: “{1}”. Change it there.",
    "这种说法里有不该出现的字符：“{1}”。请改这里。",
  ],
  [
    "This option does not pass ({1}): “{2}”. Change it there.",
    "这种说法没有通过检查：“{2}”。请改这里。",
  ],
  ["This option {1}: “{2}”. Change it there.", "这种说法不行：“{2}”。请改这里。"],
  [
    "This option may say something else: “{1}”. Read it against the original, and confirm it.",
    "这种说法可能换了意思：“{1}”。请对照原句读一遍，再确认。",
  ],
  [
    "This wording does not pass: {1}. Mend it, or write a draft of your own.",
    "这种说法没有通过检查：{1}。请改一改，或自己写一段。",
  ],
  [
    "A wording that does not pass every gate cannot be accepted; errors names the gates.",
    "没有通过全部检查的说法不能采用；errors 里写了是哪些检查。",
  ],
  [
    "An option that failed a gate cannot be approved; errors says by which word. Write it into the draft yourself if you want it all the same.",
    "没有通过检查的说法不能采用；errors 里写了是因为哪个词。真想用的话，请自己写进文案。",
  ],
  [
    "Option {1} changes “{2}”: keep the same numbers, dates, links and names in every option.",
    "说法 {1} 改动了“{2}”：每种说法里的数字、日期、链接和名称都要一样。",
  ],
  [
    "In another order these parts would change the order of numbers or names: leave those outside, or write {a|b} for alternatives.",
    "换个顺序，数字或名称的先后就变了：把它们放到外面，或用 {a|b} 写成几选一。",
  ],
  ["Option {1}: {2}.", "说法 {1}：{2}。"],
  [
    "A content has at most {1} drafts: remove some, or accept fewer.",
    "一篇内容最多 {1} 段文案：请删掉几段，或少采用几段。",
  ],
  [
    "A content has at most {1} such pairs: take some back.",
    "一篇内容最多 {1} 对“不能一起用”：请取消几对。",
  ],
  ["A content has at most {1} vetoes: take some back.", "一篇内容最多 {1} 个“不要”：请取消几个。"],
  ["A sentence has at most {1} vetoes: take some back.", "一句话最多 {1} 个“不要”：请取消几个。"],
  ["There is no such draft: count from 0.", "没有这一段：从 0 数起。"],
  [
    "Name two wordings of different sentences as a mix names them, at least one of them an option.",
    "请写明两句话里各一种说法，至少有一种不是原句。",
  ],
  [
    "The drafts have changed since these mixes were made. Ask for them again.",
    "生成这些搭配之后文案有修改。请重新看一遍。",
  ],
  [
    "The drafts have changed since these options were proposed. Look at them again.",
    "提出这些说法之后文案有修改。请重新看一遍。",
  ],
  [
    "The drafts have changed since these suggestions were made. Ask for them again.",
    "提出这些建议之后文案有修改。请重新看一遍。",
  ],
  [
    "The drafts have changed since these sentences were read. Read them again, and decide from that.",
    "你打开之后文案有修改。请重新看一遍再决定。",
  ],
  ["No option of this suggestion is left to approve.", "这条建议里没有可以采用的说法了。"],
  ["Approve the lexicon's suggestions in a call of their own.", "词典的建议请单独采用。"],
  ["Ask for proposals in a call of its own.", "请模型提建议要单独调用。"],
  ["The body is too long to be kept with its HTML. Split it in two.", "正文太长。请分成两篇。"],
  [
    "Somebody changed this content since you read it. Read it again, and make your change from that.",
    "你打开之后，有人改过这篇内容。请重新打开，再改。",
  ],
  [
    "Somebody changed it since you read it. Read it again, and make your change from that.",
    "你打开之后有人改过。请重新打开，再改。",
  ],
  [
    "This content is being published already. Wait for its job to finish.",
    "这篇内容正在发布。请等它完成。",
  ],
  ["Another job published this content meanwhile.", "另一个任务已经发布了这篇内容。"],
  ["Another publish of this content took its place.", "这篇内容的另一次发布代替了它。"],
  ["The publishing was taken back before its time.", "发布在到点之前被取消了。"],
  ["Nothing of this content waits to be published.", "这篇内容没有等着发布的版本。"],
  ["Choose a date and a time.", "请选日期和时间。"],
  [
    "The content was withdrawn meanwhile. Publish it again to share it.",
    "这篇内容已经收回。重新发布就能分享。",
  ],
  [
    "This content was withdrawn. Publish it again to share it.",
    "这篇内容已经收回。重新发布就能分享。",
  ],
  [
    "This content was never published, so there is nothing to withdraw.",
    "这篇内容还没有发布过，没有可以收回的。",
  ],
  [
    "Publish this content first: variants belong to a version.",
    "请先发布：每个人的文案属于一个发布的版本。",
  ],
  [
    "This sender has no wording or no link in this channel yet. POST to the same address makes it.",
    "这位同事在这个渠道还没有文案或链接。对同一个地址 POST 就会生成。",
  ],
  ["The variant could not be made. Try again.", "没能生成。请再试一次。"],
  [
    "An image of this content could not be made; errors says which and why. Take it out or upload another in its place, then publish again.",
    "这篇内容有一张图片没能生成；errors 里写了是哪张、为什么。请去掉它或换一张，再发布。",
  ],
  [
    "The text has {1} different wordings for {2} senders: {3} share theirs with somebody, {4}.",
    "{2} 位同事，文案有 {1} 种不同的说法：{3} 位会和别人一样。",
  ],
  [
    "The closest two wordings share {1} of their character pairs (a team's closest: {2}).",
    "最像的两段有 {1} 的字对相同（同一团队里最像的：{2}）。",
  ],
  ["Publish it as it is, or add wordings: {1}", "可以就这样发布，或再加几种说法：{1}"],
  ["This content is not published. Publish it first.", "这篇内容还没有发布，请先发布。"],
  [
    "The rule cannot work as it is; errors says where and why.",
    "这条规则这样不能用；errors 里写了哪里、为什么。",
  ],
  [
    "No list was made for that day. Leave the date out for today's.",
    "那一天没有名单。不写日期就是今天的。",
  ],

  // Models.
  [
    "This deployment's model is set up wrongly: {1}. Tell whoever runs it.",
    "这个部署的模型设置不对：{1}。请告诉部署者。",
  ],
  [
    "This deployment has no model, so only the lexicon suggests. docs/deploy.md says how to add one.",
    "这个部署没有接入模型，只有词典会给建议。接入方法见 docs/deploy.md。",
  ],
  ["This deployment has no model any more.", "这个部署已经没有模型了。"],
  [
    "These drafts are made of facts and conditions, which nobody rewords. Add a sentence around them.",
    "这些文案全是事实和条件，不能改写。请在前后加一句话。",
  ],
  [
    "The model did not answer in time. Ask again, for one draft at a time, or set MODEL_TIMEOUT_MS higher.",
    "模型没有及时回答。请一次只问一段，或把 MODEL_TIMEOUT_MS 调大。",
  ],
  [
    "The model takes no more questions for now. Ask again after the time in Retry-After.",
    "模型暂时不接请求。请按 Retry-After 的时间再试。",
  ],
  [
    "What this account may ask of the model free of charge is used up for today. Ask again after midnight UTC, or move the account to a paid plan.",
    "今天的免费额度用完了。请在 UTC 零点后再试，或换成付费套餐。",
  ],
  [
    "This model needs a paid plan. Whoever runs this deployment can take the plan, or name another model in MODEL_NAME.",
    "这个模型需要付费套餐。部署者可以购买，或在 MODEL_NAME 换一个模型。",
  ],
  [
    "The model used up its answer's length on thinking and said nothing. Name a model that does not think aloud in MODEL_NAME, or switch its thinking off.",
    "模型把长度都用在思考上，没有给出回答。请换一个不输出思考的模型，或关掉它的思考。",
  ],
  [
    "The model refused with status {1}. Whoever runs this deployment should look at its address, key and model name.",
    "模型拒绝了（状态 {1}）。请部署者检查地址、密钥和模型名。",
  ],
  [
    "The model cannot be reached, or broke. Ask again in a moment.",
    "连不上模型，或它出错了。请过一会儿再试。",
  ],
  [
    "The model's answer is too large to be read. Ask for one draft at a time.",
    "模型的回答太长。请一次只问一段。",
  ],
  [
    "The model did not answer with options that can be read. Ask again; another model may do better.",
    "模型没有给出读得懂的说法。请再试一次，或换一个模型。",
  ],

  // Pictures.
  ["Upload a JPEG, PNG or WebP.", "请上传 JPG、PNG 或 WebP。"],
  [
    "This is an SVG or another document, not a picture of pixels.",
    "这是 SVG 或别的文档，不是像素图片。",
  ],
  ["This is not a picture of a known type.", "认不出这是哪种图片。"],
  ["This WebP is animated. Upload a still picture.", "这是动图 WebP。请上传静态图片。"],
  [
    "This JPEG stores red, green and blue directly. Save it as an ordinary (YCbCr) JPEG or as PNG.",
    "这张 JPG 直接存了红绿蓝。请另存为普通 JPG 或 PNG。",
  ],
  [
    "This JPEG uses arithmetic or lossless coding. Save it as an ordinary JPEG.",
    "这张 JPG 用了少见的编码。请另存为普通 JPG。",
  ],
  [
    "This JPEG does not have 8 bits a sample. Save it as an ordinary 8-bit JPEG.",
    "这张 JPG 不是 8 位的。请另存为普通 8 位 JPG。",
  ],
  [
    "This JPEG is in CMYK, the colours of printing. Export it in RGB (sRGB) and upload that.",
    "这张 JPG 是印刷用的 CMYK 颜色。请导出成 RGB（sRGB）再上传。",
  ],
  [
    "This JPEG has an unusual number of colour channels. Export it as ordinary RGB.",
    "这张 JPG 的颜色通道数不寻常。请导出成普通 RGB。",
  ],
  [
    "This PNG has a colour type that does not exist. Export it again as ordinary PNG.",
    "这张 PNG 的颜色类型不存在。请重新导出成普通 PNG。",
  ],
  ["The file ends inside {1}. Upload the whole file again.", "文件不完整。请重新上传整个文件。"],
  [
    "The file is damaged: {1}. Export the picture again and upload that file.",
    "文件损坏了。请重新导出图片再上传。",
  ],
  [
    "The picture takes {1} MB of memory to decode; the limit is {2} MB. Save it as an ordinary JPEG, not progressive, or smaller.",
    "解开这张图片要 {1} MB 内存，上限是 {2} MB。请另存为普通（非渐进）JPG，或缩小一些。",
  ],
  [
    "A portrait needs {1} pixels a side or more; this picture has {2}.",
    "头像每边至少 {1} 像素；这张只有 {2}。",
  ],
  [
    "A QR code needs {1} pixels a side or more; this picture has {2}.",
    "二维码每边至少 {1} 像素；这张只有 {2}。",
  ],
  [
    "A logo needs {1} pixels a side or more; this picture has {2}.",
    "标志每边至少 {1} 像素；这张只有 {2}。",
  ],
  ["The picture could not be kept. Send it again in a moment.", "图片没有存上。请过一会儿再传。"],
  ["The file could not be kept. Upload it again in a moment.", "文件没有存上。请过一会儿再传。"],
  ["The upload broke off before all of it was here. Repeat it.", "上传中断了。请再传一次。"],
  [
    "Several pictures are being made at once. Send this one again in a moment.",
    "正在处理好几张图片。请过一会儿再传这张。",
  ],
  ["The image was deleted before it was ready.", "图片在处理完之前被删除了。"],
  ["This image is still being made. Ask again in a few seconds.", "图片还在处理。请过几秒再看。"],
  ["This picture was taken back with what it belonged to.", "这张图片已经随内容一起收回。"],
  [
    "This content is being published this moment. Delete the image when that job is over.",
    "这篇内容正在发布。请等发布完成再删图片。",
  ],
  [
    "This image is not ready yet, so nobody can say what lies below. Wait for it.",
    "图片还没有处理好，看不出下面是什么。请等一等。",
  ],
  [
    "A QR code has to be darker than what lies below all of it.",
    "二维码要比它下面的所有地方都深。",
  ],
  [
    "Its contrast with what lies below is {1} : 1, where {2} : 1 is needed. Choose another color, or a background that covers more.",
    "它和下面的对比度是 {1} : 1，需要 {2} : 1。请换一种颜色，或用盖得更多的底。",
  ],
  [
    "On this image a portrait needs {1} pixels or more; it has {2}.",
    "在这张图上头像至少 {1} 像素；现在是 {2}。",
  ],
  [
    "On this image a QR code needs {1} pixels or more to scan; it has {2}.",
    "在这张图上二维码至少 {1} 像素才扫得出；现在是 {2}。",
  ],
  [
    "On this image letters need {1} pixels or more to be read; least says {2}.",
    "在这张图上字至少 {1} 像素才看得清；现在最小是 {2}。",
  ],
  [
    "On this image a line of text needs a place {1} pixels high or more; it has {2}.",
    "在这张图上一行字至少要 {1} 像素高；现在是 {2}。",
  ],
  [
    "A later component lies over the QR code. Move one of them.",
    "后面的一块盖住了二维码。请移开其中一块。",
  ],
  [
    "Together the components have {1} pixels; {2} are the most.",
    "各块加起来有 {1} 像素；最多 {2}。",
  ],
  ["Names in braces may be {1}.", "花括号里只能写 {1}。"],
  ["The most may not be less than the least.", "最大不能小于最小。"],
  [
    "This image has components. Change those, or set components to null first.",
    "这张图已经有 components。请改那些，或先把 components 设为 null。",
  ],
  [
    "The place reaches beyond the image, which has {1} pixels.",
    "位置超出了图片；图片有 {1} 像素。",
  ],
  [
    "The line's place overlaps the QR code's. Move one of them.",
    "文字和二维码重叠了。请移开一个。",
  ],

  // Reading.
  ["This is not a beat: its {1} does not fit the format.", "这不是阅读消息：{1} 不符合格式。"],
  ["The beat could not be taken. The next one repairs it.", "这条阅读消息没有收下。下一条会补上。"],
  [
    "The visit token is not ours or older than a day. Open the page again.",
    "阅读凭证不是我们的，或已经超过一天。请重新打开页面。",
  ],
  ["The answer could not be taken. Please try again.", "没有收到你的选择。请再试一次。"],
  [
    "The queue takes no messages now. Call again in a minute.",
    "队列暂时不收消息。请过一分钟再来。",
  ],
  ["This deployment has no database.", "这个部署没有数据库。"],
  [
    "This link leads nowhere: it is unknown, paused, expired, used up or withdrawn.",
    "这个链接打不开：它不存在、已暂停、已过期、已用完或已收回。",
  ],

  // Accounts with WeChat and WeCom.
  [
    'Send {"token": "…", "to": "chat", "moments" or "other"}.',
    '请发送 {"token": "…", "to": "chat"、"moments" 或 "other"}。',
  ],
  [
    'Send {"url": "…"}: the address of the page that is open.',
    '请发送 {"url": "…"}：打开着的页面的地址。',
  ],
  ["No account", "没有账号"],
  ["No ticket", "没有票据"],
  ["The secret cannot be read", "密钥读不出来"],
  ["The address that asks is not on the account's list", "发起请求的 IP 不在账号的白名单里"],
  ["The account's id and secret do not fit", "账号的 ID 和密钥不匹配"],
  ["The account's token was refused", "账号的令牌被拒绝了"],
  ["The sign-in's code was refused", "登录用的 code 被拒绝了"],
  ["The account has asked too often", "账号的调用次数用完了"],
  ["The account's server refused", "账号的服务器拒绝了"],
  ["The proxy refused", "代理拒绝了"],
  ["The proxy may not be asked", "不允许访问这个代理"],
  ["The account's server cannot be reached", "连不上账号的服务器"],
  ["The account's server took too long", "账号的服务器太久没有回答"],
  ["The account's server cannot be understood", "账号服务器的回答读不懂"],
  [
    "This workspace has no {1} account. Put one with {2}; everything else works without.",
    "这个工作区还没有接入 {1}。用 {2} 接入；没有它，其他功能照常。",
  ],
  [
    "This account's tickets are handed in, and there is none that is still good. Hand one in with {1}/ticket.",
    "这个账号的票据由你推送，现在没有有效的。请用 {1}/ticket 推送一个。",
  ],
  [
    "The secret was sealed with a key that this deployment no longer has, or none was given. Give it again with {1}.",
    "密钥是用这个部署已经没有的钥匙加密的，或从未填写。请用 {1} 再填一次。",
  ],
  [
    "{1} does not know the address that asked (40164, 60020). A Worker has no fixed one: give a proxy that has in proxyOrigin of {2}, and put the proxy's address on the account's list.",
    "{1} 不认识发起请求的 IP（40164、60020）。Worker 没有固定 IP：请在 {2} 的 proxyOrigin 里填一个固定 IP 的代理，并把代理的 IP 加进账号的白名单。",
  ],
  [
    "{1} says that id and secret do not belong together. Look both up in its console and give them again with {2}.",
    "{1} 说 ID 和密钥不匹配。请在它的后台核对，再用 {2} 填一次。",
  ],
  [
    "{1} refused a token that it had just given, and its successor. Something else resets this account's tokens: let it use stable_token too.",
    "{1} 拒绝了刚给的令牌和随后的新令牌。有别的系统在重置这个账号的令牌：请让它也用 stable_token。",
  ],
  [
    "{1} refused the sign-in's code: it was used before, or is older than five minutes. The reader may try again.",
    "{1} 拒绝了登录用的 code：已经用过，或超过五分钟。读者可以再试一次。",
  ],
  [
    "This account has asked {1} as often as it may. It goes on tomorrow, or in a minute; clear the account's quota in its console if it cannot wait.",
    "这个账号调用 {1} 的次数用完了。明天或一分钟后恢复；等不及可以在它的后台清零。",
  ],
  [
    "{1} refused; errcode says why. Look the number up in its documentation: the account may lack a right.",
    "{1} 拒绝了，errcode 说明原因。请在它的文档里查这个编号：账号可能缺少权限。",
  ],
  [
    "What answers at proxyOrigin is not WeChat's API. It has to pass /cgi-bin/ and /sns/ on as they are.",
    "proxyOrigin 那边回答的不是微信接口。它要把 /cgi-bin/ 和 /sns/ 原样转发。",
  ],
  [
    "proxyOrigin is no public https host. Whoever runs this deployment may allow it in ALLOWED_ORIGINS.",
    "proxyOrigin 不是公网的 https 主机。部署者可以在 ALLOWED_ORIGINS 里放行。",
  ],
  [
    "{1} is busy or cannot be reached. It is asked again in half a minute.",
    "{1} 很忙或连不上。半分钟后会再试。",
  ],
  [
    "{1} did not answer within ten seconds. It is asked again in half a minute; a proxy on the mainland is faster.",
    "{1} 十秒内没有回答。半分钟后会再试；用大陆的代理会快一些。",
  ],
  [
    "What came in place of {1}'s answer cannot be understood. If there is a proxy, it has to pass answers on as they are.",
    "收到的不是 {1} 的回答，读不懂。如果有代理，它要把回答原样传回。",
  ],
  ["There is a ticket that signs pages.", "拿到了给页面签名的票据。"],
  ["The account's server gave a token.", "账号的服务器给了令牌。"],
  ["The account's ticket is being asked for. Try again.", "正在获取账号的票据。请再试一次。"],
  [
    "Give the proxy's address, such as https://wx.example.com.",
    "请填代理的地址，例如 https://wx.example.com。",
  ],
  [
    "Give the secret of this account; the one of another does not fit.",
    "请填这个账号的密钥；别的账号的不行。",
  ],
  [
    "Use the https address of a public host with nothing behind it, such as https://wx.example.com. Whoever runs this deployment may allow another in ALLOWED_ORIGINS.",
    "请填公网主机的 https 地址，后面什么都不带，例如 https://wx.example.com。部署者可以在 ALLOWED_ORIGINS 里放行别的。",
  ],
  [
    "A ticket is good for two hours: say when this one ends.",
    "票据有效两小时：请写明这一个何时到期。",
  ],
  [
    "Only pages of the workspace's own hosts are signed: {1}.",
    "只给工作区自己主机上的页面签名：{1}。",
  ],
  ["Only pages of links are signed, and this is none.", "只给链接的页面签名，这个不是。"],
  ["Only pages on the host that they are shared on are signed.", "只给分享所用主机上的页面签名。"],
  ["Too many pages are signed for this link. Wait a minute.", "这个链接签名太频繁。请等一分钟。"],
  ["Copy the secret as the account's console shows it.", "请照账号后台显示的复制密钥。"],
  ["An official account's id begins with wx.", "公众号的 AppID 以 wx 开头。"],
  ["A company's id begins with ww.", "企业 ID 以 ww 开头。"],
  ["An app's id is a number.", "应用的 AgentId 是数字。"],
  ["Copy the file's one line.", "请复制文件里的那一行。"],
  ["The file is named {1}_verify_….txt.", "文件名是 {1}_verify_….txt。"],
  ["Hand in the ticket as WeChat gave it.", "请照微信给的推送票据。"],
  [
    "Name a link to an outside page: a content's parts have headings.",
    "请指定一个通向外部页面的链接：内容自己的各部分已有标题。",
  ],

  [
    "Use moments, chat, group, group:NAME, print or other.",
    "请用 moments、chat、group、group:名称、print 或 other。",
  ],
  ["Write a colour as #rrggbb, such as #12355b.", "颜色请写成 #rrggbb，例如 #12355b。"],
  ["Write something that can be seen.", "请写看得见的内容。"],
  ["This page is not taken from any more. Open it again.", "这一页已经失效。请重新打开。"],
  ["This sign-in is over.", "这一次登录已经结束。"],
  [
    "The words that were agreed to are no longer the page's own.",
    "同意的文字已经不是这一页现在的文字了。",
  ],
  // Rules of tags.
  ["Write between 1 and {1} conditions.", "请写 1 到 {1} 个条件。"],
  [
    "Recency only filters: add a condition on what was read, such as engaged time.",
    "“最近读过”只能筛选，请再加一个条件，比如阅读时长。",
  ],
  ["Give a number between {1} and {2}.", "请填 {1} 到 {2} 之间的数。"],
  [
    'The tag holds {1}: let at least one condition have the topic "*".',
    '标签里写了 {1}，请让至少一个条件的 topic 为 "*"。',
  ],
  [
    "A condition looks at every topic: write {1} into the tag.",
    "条件针对每个主题，请在标签里写上 {1}。",
  ],
  [
    "This rule speaks of a sensitive trait such as health or a child: set sensitive to true if that is meant and there is a legal basis.",
    "这条规则涉及健康、未成年人等敏感信息；确需如此，请设 sensitive 为 true，并确认有合法依据。",
  ],
  ["Give 1 to 1,000 points, negative to take away.", "请填 1 到 1000 分，扣分用负数。"],
  [
    "Give a cap above 0, 100,000 at most, or leave it out.",
    "每日上限须大于 0，最多 100,000；不设上限就不要填。",
  ],
  ["Give a minimum that is not above groupMax.", "下限不能高于上限 groupMax。"],
  [
    "Give 1 to {1} days, or null to keep points for good.",
    "请填 1 到 {1} 天，或填 null 表示不衰减。",
  ],
  ["Give 0 to {1} days.", "请填 0 到 {1} 天。"],
  [
    "Say what somebody does because of this tag: a tag without an action is a dead tag.",
    "请写明拿这个标签做什么，没有用处的标签不要建。",
  ],
];
