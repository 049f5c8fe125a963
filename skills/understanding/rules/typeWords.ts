import { anyOf } from './anyOf.ts'

/** Polite set phrases in which a word of complaint praises; removed before looking for complaints. */
export const HAPPY_NEGATIONS = anyOf(
  String.raw`
  (?:불편|부족함?|걱정|문제|어려움|막힘|아픔|통증|실수|기다림|지루할\s?틈|흠잡을\s?데)\s?(?:하나\s?)?없(?:이|었|고)
  (?:아프지|기다리지|불편하지|힘들지|무섭지)\s?않(?:게|고|았|아)|안\s?아프|말할\s?것도\s?없|더할\s?나위\s?없
  no (?:problem|complaint|wait)s?|(?:not|n'?t) (?:hurt|wait long)
  `,
  'gi',
)

/** Signs that something went wrong. */
export const GRIEVANCE = anyOf(
  String.raw`
  불만|불편|불쾌|불친절|이상하|이상해|화가|화나|짜증|실망|최악|엉망|심하|심해|너무|왜\s|왜요|도대체|아직(?:도|까지)?|계속
  안\s?(?:돼|되|됐|와|왔|오|나와|나오|해|했|하|줘|줬|주|받|알려|들|봐|가르쳐|맞|움직)|못\s?(?:받|하|했|해|들|자|걷|쉬|움직|봤|찾|먹)|못하
  지\s?(?:않|못)|없(?:어|었|다|고|는데|네|습|더|대요|다고)|오래|한참|시간이?나?\s?(?:기다|걸|넘|째)|기다렸|기다리게|늦(?:어|었|게|은|고)|잘못
  실수|오류|고장|더럽|더러|지저분|냄새|미끄|아프|아파|아팠|다쳤|틀리|틀렸|다르|달라|바뀌|바뀌었|빠졌|누락|취소됐|취소되|항의|신고|고소|소송|무시|반말|퉁명
  소리를?\s?(?:지|쳤)|당황|황당|어이|억울|사과를?\s|환불|속상|힘들|괴로|무서|놀랐|비싸|비쌌|과다|이중|춥|추워|추웠|덥|더워|더웠|시끄|시끌|떠들|싱거|짜요
  맛없|식어|식었|상했|이물|머리카락|벌레|도난|훔쳐|훔친|잃어버|유출|보여\s?줬|들었습니다만|대충|부었|악화|감염|사망|돌아가|낙상|넘어|떨어졌|쓰러|흡연|담배|때렸|밀쳤
  만졌|협박|차별|부족|좁|긁혔|헤맸|헷갈|꺼져|꺼지|막혀|막혔|실망|모르겠다고|두\s?번\s?(?:결제|청구)|나왔어요\.?\s?말이\s?되
`,
)

export const GRIEVANCE_EN = anyOf(String.raw`
  \brude|terrible|awful|worst|bad\b|angry|upset|disappoint|unaccept|complain
  wait(?:ed|ing) (?:for |over |more |almost |nearly |about |an? |\d|two|three|four|so |too )
  \bnot\b|n'?t\b|never|\bno one|nobody|wrong|late\b|delay|dirty|smell|broken|cold\b|hurt|pain
  lost\b|stolen|ignored|yelled|shouted|too (?:long|loud|expensive|cold|hot)|overcharg
  charged (?:me )?twice|mistake|error|fell\b|slippery|hair in|someone else'?s|unfair|poor\b
`)

export const PRAISE = anyOf(String.raw`
  칭찬|감사|고맙|고마[웠워]|친절(?:하게|하시|하신|하셔|히|해서|하고|했|하셨|함)|훌륭|최고|덕분에|감동|따뜻|정성|좋았(?:어요|습니다)|만족|사랑합니다|수고|세심
  꼼꼼|\bthank|grateful|appreciat|excellent|wonderful|amazing|kind\b
  great (?:care|job|service|nurse|doctor)|helpful|compliment|best (?:nurse|doctor|hospital)
`)

export const SUGGESTION = anyOf(String.raw`
  건의|제안|(?:면|으면)\s?(?:더\s?)?(?:좋겠|좋을|어떨까|하는\s?바람|합니다)|해\s?주셨으면|하면\s?어떨|어떨까요|설치해\s?(?:주|달)
  만들어\s?(?:주|달)|늘려\s?(?:주|달)|도입|suggest|would be (?:nice|great|good|better) if|it would help if
  please (?:add|install|consider)|how about|why not (?:add|install)
`)

export const QUESTION = anyOf(String.raw`
  [?？]|(?:나요|까요|가요|는지요?|ㄴ가요|은가요|인가요|될까|되나|하나|있나|언제|어디|얼마|몇\s?시|어떻게)(?:[\s.~!]|$)|궁금|문의|확인해\s?주
  (?:하고|받고|바꾸고)\s?싶(?:어요|습니다|은데)|알고\s?싶|알려\s?주(?:세요|실|시)|가르쳐\s?주
  \b(?:how|when|where|what|which|can i|could i|do you|is there|are there|may i)\b
`)

/** Greetings, thanks alone, trying the keyboard, and the words of a menu. */
export const CHATTER =
  /^(?:안녕(?:하세요|하십니까|히\s?계세요)?|반갑습니다|하이|헬로우?|여보세요|저기요|네+|넵|예|응|아니[요오]?|ㅇㅇ|ㅇㅋ|오케이|ok(?:ay)?|yes|no|테스트(?:입니다|중|요)?|시험|test(?:ing)?|hi|hello|hey|good (?:morning|afternoon|evening)|bye|thanks?(?: you)?|감사합니다|감사해요|고맙습니다|고마워요?|수고하세요|처음으로|취소|도움말|상담원|메뉴|누구세요|뭐\s?(?:하세요|해요?)|심심해요?|오늘\s?날씨\s?\S{1,6}|ㅎㅇ)[\s.!?~^ㅎㅋㅠㅜ]*(?:there|선생님|여러분)?[\s.!?~]*$/i
