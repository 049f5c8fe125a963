import { anyOf } from './anyOf.ts'

/** Drills, lessons, films: the words of danger without the danger. */
export const NOT_REAL = anyOf(String.raw`
  (?:이|가|은|는|란|이란)?\s?(?:뭔가요|뭐예요|뭐에요|무엇인가요|무슨\s?뜻|무슨\s?말인가)|(?:동의서|설명서|안내문|약\s?설명|설명문|주의\s?사항|문서|팜플렛|팸플릿|책자|현수막|게시판|배너|간판|기사|방송)(?:에|에서|에는)\s|(?:라고|다고)\s?(?:\S{1,3}\s)?(?:써|적혀|쓰여|씌어|나와)\s?있|(?:뉴스|기사|신문|유튜브)(?:에|에서|로|를)\s|금지\s?(?:포스터|안내|문구|캠페인|스티커)
  모의\s?훈련|훈련\s?(?:상황|입니다|이었|이에요)|(?:소방|재난|대피|심폐소생술|CPR)\s?(?:훈련|교육|실습)
  (?:예방|방지)\s?(?:교육|캠페인|포스터|강의)|(?:드라마|영화|뉴스|소설|웹툰)(?:에서|에\s?나오|\s?속)|(?:포스터|홍보물|안내문)(?:에|이|가|를)
  \bdrill\b|training (?:session|exercise|video)|in (?:a|the) (?:movie|film|drama|news)
`)

/** "지금은 괜찮아요", "덕분에 살았습니다": it was, and is over. */
export const OVER = anyOf(String.raw`
  (?:지금|이제|현재)(?:은|는|는요)?\s?(?:다\s?)?(?:괜찮|나았|회복|건강|좋아졌|멀쩡)|무사히|회복(?:했|됐|되었|하셨|되셨)|완쾌
  살려\s?(?:주셔서|주신|주셨)|구해\s?(?:주셔서|주신|주셨)|덕분에\s?(?:\S{1,4}\s)?(?:살|나았|낫|회복|건강|목숨|무사|잘)
  (?:했을|왔을|쓰러졌을|때렸을|없었을|잃었을)\s?때.{0,60}(?:칭찬|감사|고맙|고마)|(?:pain|fever|bleeding|seizures?|symptoms?) (?:is|are|has|have) (?:all )?(?:gone|stopped)|saving (?:my|his|her|our)|saved (?:my|his|her|our)|fully recovered|is (?:fine|okay|ok|better) now
  am (?:fine|okay|better) now
`)

/** A time that is over; with "부터" it lasts. */
export const PAST_TIME = anyOf(String.raw`
  (?:어제|어젯밤|그제|그저께|엊그제|지난\s?(?:주|달|번|해|월|화|수|목|금|토|일)|지난번|저번|작년|재작년|예전|옛날|과거|당시|그때|며칠\s?전|얼마\s?전|(?:\d+|한|두|세|몇|일|이|삼)\s?(?:일|주일?|달|개월|년|해)\s?전|이틀\s?전|사흘\s?전|\d{1,2}월\s?\d{1,2}일|어릴\s?때|학생\s?때|젊었을\s?때)(?!\s?(?:부터|이후|이래))
  yesterday|last (?:night|week|month|year|\w+day)|\b(?:days?|weeks?|months?|years?) ago\b|used to
  in the past|when i was
`)

/** For thoughts of suicide only what is long over counts as over. */
export const LONG_PAST = anyOf(String.raw`
  작년|재작년|예전|옛날|과거|(?:\d+|한|두|세|몇)\s?(?:년|해|달|개월)\s?전|어릴\s?때|학생\s?때|젊었을\s?때
  \b(?:months?|years?) ago\b|last year|used to|in the past|when i was
`)

/** It happens now, whatever happened before. */
export const NOW = anyOf(String.raw`
  지금|방금|현재|당장|이\s?순간|요즘|요새|또(?:\s|다시)|다시\s?(?:또)?|여전히|아직|오늘|right now|just now|currently|again\b
  still\b|at this moment|these days|today
`)

/** "~지 않아요", "~적 없어요", "~건 아니고" right behind the words of danger. */
export const DENIED = anyOf(String.raw`
  ^(?:하|당하)?지는?\s?(?:않|못)
  ^(?:하는|할|한|하려는|려는|은|는|을|던|다는|[가-힣]{0,2})?\s?(?:생각|마음|적|것|건|게|거|의도|일|느낌|증상)(?:은|는|이|도|까지는)?\s?(?:이제\s?|전혀\s?|하나도\s?|싹\s?|다\s?|더는\s?)*(?:아니|없|사라졌|안\s?(?:해|합|들어요|들었|나요))
  ^\S{0,4}\s?(?:거|것)(?:이|가)?\s?(?:아니)?냐(?:고|는)|^(?:로|라고|으로)?\s?(?:의심|오해)(?:를|을)?\s?(?:받|당)
  ^(?:을|를|이|은|는|도|가)?\s?(?:전혀\s?|하나도\s?|이제\s?)*(?:아니|아닙|없었|없습니다|없어요|없고|없음|없이|안\s?(?:해요|했어요|합니다|났어요))
`)

/** "~면 어디로 가나요?": a question about what might happen. */
export const HYPOTHETICAL =
  /^(?:이|가)?\s?(?:오|생기|있|나|나타나|일어나|발생하|하|되|시작되|쉬|[가-힣]{0,2})?(?:으?면(?!서)|[을ㄹ]\s?때|시에|ㄹ\s?경우|는\s?경우).*(?:어디|어떻게|어떡|뭐|무엇|되나요|하나요|될까요|할까요|있나요|인가요|교육|알려|궁금|걱정|\?)/

/** "what should I do if …?" */
export const HYPOTHETICAL_EN =
  /\b(?:what (?:should|do|if)|if (?:i|he|she|someone|my)|in case of|where (?:should|do) (?:i|we))\b.*\?/i

/** "not", "never" right before the words of danger. */
export const DENIED_EN = /\b(?:not|never|no|isn'?t|wasn'?t|don'?t|didn'?t|no longer|without)\b[\w\s']{0,18}$/i

/** What people come back for long after. */
export const PAPERS = /진단서|기록|서류|발급|영수증|확인서|흉터|보험|report|records?\b|certificate|receipt/i
