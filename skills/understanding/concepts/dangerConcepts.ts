import { KIN, STAFF } from '../rules/danger/people.ts'

/** What danger is told with, and what tells it from figures of speech, questions and things long over. */
export const DANGER_CONCEPTS: Readonly<Record<string, RegExp>> = {
  kin: new RegExp(
    `${KIN}|\\bmy (?:\\w+ )?(?:son|daughter|child|baby|kid|mother|mom|father|dad|husband|wife|grand\\w+|brother|sister|friend|ex)\\b`,
    'i',
  ),
  staff: new RegExp(`${STAFF}|doctor|nurse|therapist|aide|orderly|technician|guard|surgeon`, 'i'),
  stranger:
    /어떤\s?(?:사람|남자|아저씨|분)|모르는\s?사람|낯선|옆\s?(?:환자|침대|병상|자리)|같은\s?(?:병실|병동|방)|남자가|아저씨|전\s?(?:남친|여친|남편|애인)|a man|someone|stranger|patient in|visitor/i,
  bodyPart:
    /머리|얼굴|눈|코|귀|입|목|팔|손|다리|발|배|등|허리|골반|갈비|무릎|어깨|이마|뺨|\b(?:head|face|arm|leg|neck|hand|wrist|eye|stomach|back)\b/i,
  intimatePart:
    /가슴|유방|엉덩이|궁디|허벅지|사타구니|성기|음부|아랫도리|속옷|팬티|브래지어|거기를|거길|중요\s?부위|민감|다리\s?사이|골반\s?쪽|안쪽|무릎에\s?앉|고환|생식기|breast|butt|bottom|thigh|private|genital|underwear|crotch|between my legs/i,
  touching:
    /만[졌지져진]|더듬|쓰다듬|주무|주물|비[볐비빈]|문질|문지|밀착|껴안|끌어안|안았|손[을이]?\s?(?:댔|대|넣|올|들어)|잡[았고]|뽀뽀|키스|핥|속삭|touch|grab|grop|kiss|rub|hand (?:in|up|under|on)|stroke/i,
  sexual:
    /성희롱|성추행|성폭|강간|추행|성적|야한|음란|야동|섹시|몸매|변태|자위|수치|알몸|나체|누드|벗[은고긴기으]|갈아입|모텔|호텔|성관계|잠자리|횟수|신음|러브샷|애인|오빠라고|사귀|데이트|sexual|naked|nude|rape|undress|changing|porn|molest|stalk|date\b/i,
  watching:
    /카메라|몰카|촬영|찍[혀히었고은]|찰칵|훔쳐|엿보|들여다|쳐다보|구경|지켜|서\s?있어요|따라[와오다왔]|쫓아|미행|스토킹|접근금지|계속\s?와|film|camera|watch|follow|peep|phone under|photo/i,
  hitting:
    /때[리렸려린]|패[요고서는]|팼|맞[았고은아]|폭행|폭력|쳤|치더|찼|걷어|밀[쳤쳐어]|꼬집|후려|밟|던[졌진지]|꺾|비틀|눌[렀러]|잡아당|끌[고려]|찰싹|목을?\s?조|졸[랐라]|멱살|할퀴|물어뜯|휘두르|지졌|끼얹|부[었어]|hit|slap|punch|kick|beat|push|chok|twist|drag|throw|threw|strangl/i,
  confining:
    /묶|매어|가[두둬뒀]|감금|갇|못\s?나가|잠[가그]|굶|밥을\s?(?:안|못)|방치|학대|방임|혼자\s?두|물려놨|벽장|억지로|강제로|tied|lock|starv|neglect|abus|restrain/i,
  traces: /멍|상처|자국|흉터|시퍼|부러[졌진]|찢어[졌진]|피[가를]?\s?나|나갔어요|bruise|wound|scar|broken/i,
  weapon:
    /칼|흉기|망치|도끼|낫[을\s]|방망이|골프채|쇠파이프|총|휘발유|시너|염산|폭탄|가스통|라이터|유리컵|링거대|밧줄|끈|번개탄|연탄|knife|gun|weapon|bomb|petrol|rope|blade/i,
  threatening:
    /죽[이여]|찔[러를]|찌르|불\s?(?:지|질|바다|태)|가만\s?안|협박|위협|복수|보복|두고\s?보|각오|조심하|따버|밀어버|터뜨|박살|엎어|나오라|피\s?본|쑤셔|겁주|무서[워웠]|감방|해코지|kill you|kill him|kill me|threat|burn|bleed|regret|pay for|scared|afraid/i,
  dying:
    /죽|자살|자해|목숨|유서|장례|저세상|하늘나라|세상을?\s?(?:떠|뜨|등)|생을|안락사|치사량|ㅈㅅ|suicid|\bdie\b|dead|dying|death|kill my/i,
  living: /살[고기아아야]|사는\s?(?:게|것)|삶|인생|생명|살\s?(?:이유|의미)|미련|태어나|\blive\b|living|life\b|alive/i,
  ending:
    /끝내|끝나|마지막|떠나|떠날|사라지|없어지|없어질|가려고|갈게|갈래|갈랍|눈\s?감|잠들|쉬고\s?싶|그만하|그만\s?두|포기|내려놓|정리|안녕|goodbye|disappear|gone\b|end it|the end|never wake|don'?t look|no more/i,
  despair:
    /지쳤|힘들|버티|견디|괴로|고통|지옥|희망|의미|이유를?|부질|외로|우울|절망|짐이|짐만|미안|차라리|낫겠|나아요|hopeless|pointless|can'?t go on|can'?t do this|tired of|no point|better off/i,
  pills:
    /수면제|알을|몇\s?알|\d+\s?알|한\s?통|약을\s?(?:모|잔뜩|다|한꺼번)|털어|삼[켰키킨]|과다|pills|overdose|tablets/i,
  height: /옥상|난간|베란다|다리\s?위|한강|창문|뛰어\s?내|뛰어\s?들|떨어지|투신|선로|절벽|roof|bridge|jump|ledge/i,
  cutting: /손목|긋|그[었어]|칼을\s?(?:댔|손)|상처를\s?내|벽에\s?(?:계속\s?)?박|wrist|cut my|cutting/i,
  child: /아이|애기|아기|애가|애를|애들|신생아|개월|유치원|어린이|학생|딸|아들|child|baby|kid|toddler/i,
  elder: /할머니|할아버지|할매|할배|어르신|노인|치매|시어머니|장인|장모|요양|grandm|grandf|elder/i,
  breathing: /숨|호흡|질식|헐떡|켁켁|쌕쌕|목이\s?(?:부|조|막)|침도|삼키|소리도\s?못|breath|chok|throat|swallow|gasp/i,
  consciousness:
    /의식|정신|기절|쓰러|깨[워우질지]|눈을\s?(?:안|못)|눈이\s?돌|반응|대답|안\s?움직|못\s?일어|주저앉|늘어[져졌지]|처[져졌]|가물|헛소리|알아보|unconscious|unresponsive|faint|collaps|wak|limp|not moving|on the floor/i,
  bleeding: /피[가를]|출혈|하혈|코피|토혈|혈변|지혈|피범벅|각혈|blood|bleed/i,
  symptom:
    /통증|아파|아프|찌르|토[하해했]|구토|두통|어지러|경련|발작|마비|힘이\s?(?:빠|없)|저[려리]|식은땀|창백|하얗게|파래|파랗|붓|부어|부었|퉁퉁|고열|40도|39|열이|오한|두드러기|물집|화상|데[었여어]|양수|태동|심장|두근|벌렁|혈압|혈당|말이\s?(?:어눌|꼬)|발음|pain|vomit|dizzy|numb|weak|swollen|swell|seizure|fever|stroke|rash|words make no sense/i,
  poison: /락스|농약|세제|표백|건전지|동전|가스|연탄|술에|bleach|battery|detergent|poison|gas\b/i,
  trauma:
    /넘어[져졌지]|떨어[졌져진]|부딪|교통사고|베였|베어|찢어|잘[렸려]|떨어져\s?나|끼[었어여]|데었|감전|벌어져|물렸|쏘[였여]|fell\b|burn|crash|accident|cut off|stung|bitten/i,
  urgent:
    /지금|방금|갑자기|빨리|제발|어떡|어쩌|도와|살려|119|점점|계속|한\s?시간\s?(?:됐|째)|right now|suddenly|please help|help me|hurry|emergency/i,
  wanting:
    /싶|려고|려구|할\s?거|겠어|겠다|할래|할까|생각|마음먹|준비|사\s?(?:뒀|놨|왔)|want|going to|plan|will\b|thinking/i,
  negated: /지\s?않|안\s?(?:해|했|하|나)|없[어었고습는]|아니[고에었]|아닙|괜찮|멀쩡|\bno\b|\bnot\b|n'?t\b|without/i,
  past: /작년|재작년|예전|옛날|년\s?전|지난|어제|그때|당시|했었|했을\s?때|고비|넘기|years? ago|last (?:year|month|week)|used to/i,
  asking:
    /나요|까요|인가요|어디|언제|몇\s?(?:층|시)|얼마|궁금|문의|신청|예약|발급|안내|위치|면회|프로그램|비용|가격|how do|where|what|when|is there|can i/i,
  thanking: /감사|고맙|고마|덕분|칭찬|은인|최고|thank|grateful|saved/i,
  titles:
    /센터|클리닉|포스터|캠페인|교육|훈련|행사|전시|강의|강연|뉴스|영화|드라마|방송|책|게임|tv|티비|상담\s?전화|의향서|기증|동의서|설명서|금지|poster|drill|movie|training|news|sign\b|donor/i,
  figures:
    /줄\s?알|뻔|지경|정도로|만큼|처럼|것\s?같은\s?기분|느낌|기분|배고[파픈]|졸[려리]|심심|웃[겨기]|쪽팔|더워|추워|지루|답답|짜증|열[불받]|어이|기가\s?막|속\s?(?:터|뒤집)|폭탄|전쟁|almost|nearly|to death|lol|killing me|ㅋㅋ/i,
  business:
    /진료비|병원비|영수증|주차|대기|예약|서류|결제|키오스크|앱[이을은도]?\s|와이파이|의자|에어컨|커피|맛|밥|죽[이을은]|parking|bill|app\b|queue|wait|food|coffee/i,
}
