import { anyOf } from './anyOf.ts'

/** Words about the manner of staff: rude, cold, discriminating, shouting. */
export const ATTITUDE = anyOf(String.raw`
  불친절|친절하지\s?(?:않|못)|안\s?친절|반말|퉁명|짜증(?:을|스|내|섞|난|만|\s)|무시(?:하|당|를|해)|화를\s?(?:내|냈)
  소리를?\s?(?:지르|질|치|쳤)|고함|비웃|비아냥|빈정|한숨|태도|말투|싸가지|예의|무례|차별|(?<![가-힣])욕(?:을|설|했|하)|막말|폭언|째려|노려
  인상을?\s?(?:쓰|썼|찌)|쏘아붙|톡\s?쏘|귀찮|건성|고압적|윽박|다그[치쳤]|기분\s?(?:나쁘|상하|나빴)|모욕|면박|핀잔|성의\s?없|쌀쌀|차갑|하대|갑질|명령조
  막\s?대|함부로|응대|대꾸도|대답도\s?안|쳐다보지도|눈도\s?안|툭툭|잡담|딴짓|저희끼리|자기들끼리|성희롱|성추행|\brude|impolite|unkind
  unfriendly|yell|shout|attitude|disrespect|discriminat|ignored me|dismissive|racist|mean to|swore
  insult|snapped at|mock
`)
