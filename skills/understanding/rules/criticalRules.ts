import { anyOf } from './anyOf.ts'
import { CONTAINED, INPATIENT_NOW, type UrgencyRule } from './urgencyRule.ts'

const INTENDED = /뻔|훈련|교육|drill|예방|\balmost\b|nearly/i

/** Harm alleged or under way where somebody must act at once although no crisis speaks from the very words. */
export const CRITICAL_RULES: readonly UrgencyRule[] = [
  {
    says: 'a medicine, drip, injection or blood that was not meant for this patient, taken or given',
    words: anyOf(String.raw`
      (?:남|다른|옆|딴|모르는|엉뚱한)(?:의|자리|침대|\s)?\s?(?:\S{1,5}\s){0,2}\S{0,3}(?:이름|약|주사|수액|링거|피|항암제?|거|것|걸로?)\S{0,4}.{0,30}(?:먹[었였인여]|맞[았고은]|들어갔|들어가|투여|놨|놓았|달았|넣었|복용|섞여|꽂)|이름이\s?(?:적힌|쓰인|아닌)\s?(?:수액|약|주사|링거).{0,14}(?:맞|먹|들어)
      (?:두|세|네|열|[2-9]|10|수십)\s?배(?:로|를|나)?\s?.{0,16}(?:처방|지어|먹|맞|넣|투여|놓|조제)|어른\s?용량|(?:용량|과다|너무\s?많이)\s?(?:\S{1,4}\s)?투여|과다\s?투[여약]|다른\s?(?:사람|환자)\s?이름이[었래라]|혈액형이?\s?(?:\S{1,4}\s)?(?:다른|틀|잘못|달라)|유통\s?기한.{0,10}(?:백신|주사|수액|약).{0,10}(?:놨|놓|맞|먹)
      (?:알레르기|알러지).{0,40}(?:줬|놨|놓았|넣었|투여|들어가서|먹었|처방했|나왔)|(?:복용|먹지|쓰지|투여)\S{0,4}\s?말라(?:던|고|는).{0,30}(?:먹었|들어|줬|처방)|안\s?맞는\s?사람(?:한테|에게)|(?:주사기?|바늘|채혈침)\S{0,3}\s?.{0,20}(?:재사용|또\s?(?:썼|저|쓰)|한\s?번\s?쓴)|(?:수액|주사)에\s?다른\s?약|인슐린을?\s?(?:안\s?맞|잘못|두\s?번|다른)
      (?:another|wrong|someone else'?s|other) (?:patient'?s? |person'?s? )?(?:injection|medicine|medication|pills?|drip|blood|name on|dose|drug)|(?:ten|two|three|\d+) times the dose|double dose|wrong vaccine|meant for (?:the )?(?:next|another|other)|wrong blood|allergic to.{0,40}(?:gave|given|injected|prescribed)
    `),
    unless: INTENDED,
  },
  {
    says: 'a patient in a bed whom nobody comes to',
    words: anyOf(String.raw`
      (?:넘어[져졌]|쓰러[져졌]|떨어[져졌])\s?(?:계|있).{0,20}(?:안\s?(?:와|옵|봐)|아무도)|산소가?\s?(?:안\s?나|꺼|떨어|끊)|피가\s?거꾸로|(?:하루\s?종일|몇\s?시간|한참)\s?(?:\S{1,5}\s)?아무도\s?안\s?(?:봐|와)|oxygen was (?:off|turned)|(?:벨|호출|알람|경보|경고음|삐삐)\S{0,4}.{0,30}(?:아무도|안\s?(?:와|옵|온|봐|오)|응답이?\s?없|무시|한\s?명도|울리는데|안\s?받)|(?:아무도|한\s?명도|안\s?와요).{0,25}(?:벨|호출|알람)|산소\s?(?:줄|마스크|호스|튜브|통)\S{0,2}\s?.{0,16}(?:빠|벗|꺼|없)|(?:심전도|모니터|인공호흡기|인큐베이터|펌프|호흡기)\S{0,3}\s?.{0,25}(?:빠[졌져]|꺼[졌져]|울[리려]|멈추지|안\s?(?:와|왔|봐)|벗)
      (?:침대|병상|휠체어)\s?(?:에서|밑에|아래)\s?.{0,8}(?:떨어[졌져]|쓰러|굴러)|낙상.{0,25}(?:확인|안\s?(?:와|봐|찍)|방치|아무도)|(?:수액|주사|링거|드립).{0,12}(?:새[서고]|새는|부었|붓).{0,30}(?:안\s?[와봐]|아무도|두\s?배|퉁퉁|시커|괴사)|피범벅|욕창.{0,16}(?:뼈|썩|구멍)|(?:석션|가래).{0,20}(?:안\s?(?:해|와|옵)|아무도).{0,20}(?:지금|벨|숨|차)|수혈.{0,16}(?:떨|열|두드|숨).{0,14}(?:기다|괜찮|안)
      (?:on the floor|fell out of bed|drip (?:has )?leak|alarm).{0,50}(?:no(?:body| nurse| one)|ignored|not come)|(?:call bell|buzzer|alarm|bell).{0,30}(?:ignored|nobody|no one|ringing|not answer)
    `),
    unless: INTENDED,
  },
  {
    says: 'grave harm after treatment',
    words: anyOf(String.raw`
      (?:수술|시술|주사|마취|분만|출산|내시경|처치|수혈|백신|접종|이식|삽입|검사|임플란트|발치|투약|치료|항암)\S{0,6}\s?.{0,45}(?:하반신|다리를?\s?못|못\s?(?:움직|걷|써|쓰|일어)|실명|안\s?보여|안\s?보이|뇌(?:사|손상|출혈|경색)|사망|돌아가[셨시]|숨졌|죽었|식물인간|구멍|천공|찢어[졌져]|의식(?:이|을)?\s?(?:안|없|잃|돌아오지)|깨어나[지질]|안\s?깨어|썩|괴사|까맣게|시커멓|소변을?\s?못|대변을?\s?못|고름|마비|감각이?\s?(?:없|안)|패혈|장애가|불구|절단|유산|사산|안\s?움직)
      (?:반대쪽|반대편|엉뚱한|멀쩡한|다른\s?(?:부위|쪽|곳|눈|다리|이)|왼쪽을|오른쪽을|멀쩡하던)\S{0,2}\s?.{0,14}(?:수술|시술|절개|떼|뽑|제거|마취|잘라|떼낸|떼냈)|(?:오른쪽|왼쪽)\S{0,3}(?:인데|을\s?해야|아픈데).{0,14}(?:왼쪽|오른쪽)을?\s?(?:수술|시술|마취|찍)|(?:거즈|솜|바늘|집게|가위|수술\s?도구|기구|이물질|철사)\S{0,3}\s?.{0,20}(?:두고|남아|남겨|들어\s?있|나왔|안에)
      잘못\s?(?:넣|찔|건드|꿰|박|잘라)\S{0,4}\s?.{0,16}(?:찢|구멍|터졌|뚫|새고)|의료\s?(?:사고|과실)|오진(?!까지는)|(?:이상\s?없|괜찮|정상이라|염증이라|체했다).{0,40}(?:말기|[34]기|암이|전이|죽|사망|돌아가|늦었|놓쳤)|(?:말기|[34]기).{0,30}(?:놓|늦|오진|이상\s?없)|(?:의식이|깨어나).{0,14}(?:않은\s?지|못하고|돌아오지)|(?:집에\s?가라|괜찮다|돌려보).{0,30}(?:다음\s?날|그날|이틀|밤에)\s?.{0,10}(?:돌아가|사망|숨|죽)|lost (?:his|her|my) (?:sight|vision|hearing)|(?:samples?|babies|patients?) (?:were|was) (?:mixed|switched)|removed (?:her|his|my) .{0,20}(?:by mistake|wrong)|마취가?\s?(?:\S{1,4}\s)?(?:덜|안)\s?(?:\S{1,3}\s)?(?:된|돼|깬|풀린)\s?(?:채|상태)|살아\s?있었(?:대|다)|아기\S{0,3}\s?.{0,14}(?:바뀐|바뀌었)|바뀐\s?것\s?같.{0,10}아기|이름표가?\s?바[뀌뀐]|아기\S{0,2}\s?.{0,24}실제로\s?바뀌
      (?:wrong|other) (?:knee|leg|side|eye|kidney|tooth|arm|organ|breast)|(?:left|leaving|forgot).{0,30}inside (?:me|him|her|my)|(?:died|death|coma|paraly[sz]ed|blind|brain damage).{0,40}(?:surgery|operation|procedure|delivery|injection|routine|treatment)|(?:surgery|operation|procedure|delivery|injection|anesthesia|treatment)\b.{0,45}(?:died|death|coma|paraly|can'?t (?:feel|move|walk|see)|cannot (?:feel|move|walk|see)|blind|brain|numb)
    `),
    unless: INTENDED,
  },
  {
    says: 'somebody lost, locked in, or in a room that burns or falls',
    words: anyOf(String.raw`
      (?:치매|입원|환자|아이|애|아기|할머니|할아버지|어머니|아버지|엄마|아빠)\S{0,4}\s?.{0,22}(?:없어졌|사라졌|안\s?보여요\s?병동|못\s?찾(?:고|겠|아요|습)|나가서\s?(?:못|안))|(?:혼자|몰래)\s?병원을?\s?(?:\S{1,3}\s)?나[가갔]|(?:환자|할머니|어머니|아버지)\S{0,2}\s?나가서\s?안\s?보|(?:가스|산소|배관)\S{0,3}\s?.{0,8}새는\s?(?:소리|냄새)|(?:엘리베이터|엘베|승강기)가?\s?멈(?:췄|춰).{0,16}(?:사람|안에|갇)|(?:엘리베이터|엘베|승강기)\S{0,3}\s?.{0,8}(?:갇[혔혀힌]|멈춰서\s?못\s?나|문이\s?안\s?열)|(?:불꽃|스파크|불똥)이?\s?(?:튀|나)|탄\s?내|타는\s?냄새|연기가\s?(?:나|자욱|올라|차|보|새)|불이\s?(?:났|나고|붙|났어)|천장이?\s?(?:\S{1,4}\s)?(?:무너|내려앉|떨어)|(?:가스|화학).{0,6}새|stuck in the (?:elevator|lift)|smoke (?:coming|from|in)|\bfire in\b|on fire|missing from (?:the )?(?:ward|room)
    `),
    unless: /훈련|교육|drill|뻔|담배\s?연기|담배/,
  },
  {
    says: 'records of patients open to strangers',
    words: anyOf(String.raw`
      이름(?:과|이랑|하고)\s?병명.{0,20}(?:메일|문자|왔|파일)|(?:기록|검사\s?결과|결과지?|명단|개인\s?정보|진단서|차트|사진)\S{0,3}\s?.{0,30}(?:인터넷|단톡|올라와|퍼[졌져]|뿌려|유출|유포|그대로\s?보여|남의\s?메일|제\s?메일로|회사\s?사람|모르는\s?사람(?:한테|에게)\s?(?:갔|보|전))|남의\s?(?:진료)?\s?기록이|(?:다른|남의)\s?(?:사람|환자)?\s?\S{0,4}\s?(?:검사\s?결과|결과지|기록|진단서).{0,24}(?:메일|문자|왔|보여|받았|줬)|(?:records?|results?|chart)\b.{0,30}(?:sent|emailed|given|posted|shown|leaked) to (?:a |an |another |someone|me|my (?:boss|company|employer))|someone else'?s (?:test )?results|my records.{0,30}stranger
    `),
    unless: /전에\s?(?:알|회수)|바로\s?(?:회수|삭제)|뻔/,
  },
  {
    says: 'a medicine, drip or blood meant for another person, or the wrong one',
    words: anyOf(String.raw`
      (?:약|주사|수액|링거|투약|수혈|인슐린)(?:을|를|이|가)?\s?(?:\S{1,4}\s)?(?:잘못|틀리|틀린|엉뚱|바뀌|바뀐|중복)
      (?:다른|옆|남의|엉뚱한)\s?(?:환자|사람|분)?(?:의|\s)?\s?(?:약|주사|수액|피)(?:을|를|이|가)
      약(?:에|\s?봉투에)\s?(?:다른|남의)\s?(?:사람|환자|분)|투약\s?(?:오류|사고|실수)|조제\s?(?:오류|실수|사고)
      (?:두|2)\s?배\s?(?:용량|로\s?투)|wrong (?:medicine|medication|drug|pill|dose|injection|blood)
      someone else'?s (?:medicine|medication|pills)|medication error
    `),
    unless: CONTAINED,
  },
  {
    says: 'a patient in a bed now: call unanswered, a fall, a swollen drip',
    words: anyOf(String.raw`
      벨을?\s?(?:\S+\s)?(?:눌러도|눌렀는데)|호출(?:해도|벨|을\s?해도)|낙상|침대에서\s?떨어|넘어[지졌져]|수액.{0,8}(?:부었|부어|붓|새|역류|빠)
      (?:피|산소).{0,6}(?:새|빠)|call (?:bell|button)|fell\b|drip.{0,10}(?:swollen|leak)
    `),
    with: INPATIENT_NOW,
  },
  {
    says: 'a leak of personal data',
    words: anyOf(String.raw`
      유출|(?:개인\s?정보|검사지|결과지?|진단서|기록|사진)(?:를|을|가|이)?.{0,12}(?:다른|모르는|남의|딴|인터넷|단톡|SNS|올라)
      (?:다른|모르는|남의|딴)\s?(?:분|사람|환자)(?:이|가|의|에게|한테)?.{0,12}(?:검사지|결과지?|진단서|기록|처방전)|data leak
      (?:sent|given|gave) (?:my|someone).{0,25}(?:results?|records?)
    `),
    unless: CONTAINED,
  },
  {
    says: 'fire',
    words: /불이\s?났|불났|화재가?\s?(?:났|발생)|연기가\s?(?:나|올라|자욱)|there is a fire|on fire/i,
    unless: /훈련|교육|drill/,
  },
]
