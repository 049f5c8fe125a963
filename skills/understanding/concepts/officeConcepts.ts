import { anyOf } from '../rules/anyOf.ts'

/** Time, appointments, money and papers: what the office of a hospital deals with. */
export const OFFICE_CONCEPTS: Readonly<Record<string, RegExp>> = {
  waited: anyOf(String.raw`
    기다[리려렸림린릴]|대기(?:하|시간|중|만|가|줄|인원|번호|표|\s|실에서)|순서|차례|새치기|줄을?\s?(?:서|섰)|줄이\s?(?:길|너무|안)|하염없이|앉아\s?있|서\s?있었|\bwait|\bqueue|in line\b|my turn
  `),
  duration: anyOf(String.raw`
    (?:\d+|한|두|세|네|다섯|여섯|몇|반)\s?시간|(?:\d+|삼십|사십|오십|이십|십)\s?분\s?(?:넘|이상|째|동안|이나|씩|만에|을|더|기|걸|지|뒤|후|전|늦)|반나절|하루\s?종일|온종일|한참|오래|한나절|\bhours?\b|\bminutes?\b|all day|forever|so long
  `),
  late: /늦[게어었은네는]|밀[려렸리린]|지연|지각|정시|제시간|제때|예정\s?시간|시간을?\s?(?:넘|어기|안\s?지)|\blate\b|delay|behind schedule|on time/i,
  booked: /예약|당일\s?접수|초진|재진|booking|book(?:ed)? (?:an|a|my)|appointment|reserv|schedul/i,
  rebooked: anyOf(String.raw`
    취소|변경|바꾸|바꿔|바뀌|바뀐|연기|미[뤄뤘루룬]|앞당|당겨|휴진|누락|꼬[였이]|겹[쳤치]|중복|예약이?\s?(?:없|안|꽉|다\s?찼|차)|마감|자리가?\s?(?:없|났)|빈\s?시간|빈자리|다음\s?달|두\s?달|세\s?달|몇\s?달|개월\s?뒤|cancel|resched|postpone|fully booked|slot
    no appointment|earliest|next available|double.?book
  `),
  unreachable: anyOf(String.raw`
    전화.{0,12}(?:안\s?(?:받|되|돼)|연결|불통|먹통|통화\s?중|끊|돌려|돌리)|통화\s?중|연결이?\s?(?:안|어려|힘)|받지를?\s?(?:않|못)|콜백|회신|답이\s?없|답장|ars|nobody (?:answers|picks)|no one (?:answers|picks)|busy tone|on hold|hung up
  `),
  openingHours:
    /몇\s?시(?:까지|부터|에)|진료\s?시간|운영\s?시간|점심\s?시간|토요일|일요일|주말|공휴일|휴일|토욜|야간|접수\s?마감|opening hours|what time|open on|saturday|sunday|holiday/i,
  money: anyOf(String.raw`
    \d\s?(?:원|만|천)|만\s?원|천\s?원|(?:진료|병원|치료|검사|입원|수술|병실|상급병실|약|처치|재료|선택|간병|보호자|식)(?:비|료)(?![가-힣])|비용|금액|요금|값|가격|돈[을이은도만\s]|비싸|비쌌|비싼|저렴|바가지|won\b|\bfees?\b|\bcosts?\b|\bprice|expensive|\bpaid\b|\bpay\b|krw|money
  `),
  charged: anyOf(String.raw`
    청구|수납|결제|계산|정산|납부|카드|현금|계좌|이체|입금|미납|미수|독촉|분납|할부|보증금|선납|중간금|영수|내역|항목|산정특례|본인\s?부담|비급여|급여|수가|가산|charg|\bbill|payment|invoice|deposit|credit card|itemi[sz]ed|receipt|installment
  `),
  overcharged:
    /과다|이중|두\s?번\s?(?:결제|청구|수납|냈|빠)|2번\s?(?:결제|청구|냈)|더\s?(?:받|냈|나왔|빠져)|잘못\s?(?:청구|계산|결제|받)|환불|돌려\s?(?:받|주|줘|달)|환급|취소\s?(?:가|를)?\s?안|차액|refund|overcharg|charged twice|double charge|money back/i,
  insurance:
    /보험|실비|실손|건보|공단|의료\s?급여|산재|자동차\s?보험|보훈|차상위|할인|감면|면제|지원금|바우처|임산부\s?카드|insurance|coverage|covered|discount|waive/i,
  document: anyOf(String.raw`
    진단서|소견서|의무\s?기록|진료\s?기록|초진\s?기록|수술\s?기록|간호\s?기록|기록지|차트|사본|제증명|증명서|확인서|의뢰서|회송서|내역서|서류|양식|도장|직인|서명|장애\s?(?:진단|심사|연금)|진단\s?코드|코드|상병|질병분류|실손24|위임장|동의서\s?원본|팩스|certificate|medical records?
    \brecords?\b|paperwork|documents?\b|referral letter|\bforms?\b|\bcd\b|씨디|시디|영상\s?복사|판독지|등본|신분증|가족\s?관계
  `),
  issuing:
    /발급|떼[러는려어고]|뗄|뗐|떼줘|신청|제출|재발급|복사|출력|인쇄|프린트|열람|보존|정정|수정|고쳐\s?달|잘못\s?적|오타|틀리게|빠져\s?있|누락|대리|본인\s?(?:아니|확인|만)|issue|copy of|\bcopies|reissue|correct(?:ed|ion)|printed|apply for/i,
}
