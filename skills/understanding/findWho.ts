const FAMILY =
  /(?:(?<![가-힣])(?:우리|저희|제|내)\s?(?:\S{1,4}\s)?)?(?<![가-힣])(?:아이|애기|아기|아들|딸|손자|손녀|손주|어머니|어머님|아버지|아버님|엄마|아빠|할머니|할아버지|시어머니|시아버지|장모님?|장인|남편|아내|와이프|배우자|부모님|형님?|누나|언니|오빠|동생|이모|고모|삼촌)(?:가|는|은|이|께서|를|을|의|도|랑|한테|께|님|\s)/
const FAMILY_EN =
  /\bmy (?:\w+ )?(?:son|daughter|child|baby|kid|mother|mom|mum|father|dad|husband|wife|grand\w+|parents?|sister|brother)\b/i
const GUARDIAN = /보호자(?:입니다|인데|예요|이에요|로서|로\s)|guardian|caregiver of/i
const SELF =
  /(?<![가-힣])(?:제가|저는|저를|저한테|저에게|저의|나는|내가|나한테|제\s(?:몸|다리|팔|손|배|허리|이름|차|검사|결과|진료|예약|약))|\b(?:I|me|my)\b/

/** Whether the person writes about family (guardian) or about themselves; undefined where the text does not say. */
export function findWho(text: string): 'self' | 'guardian' | undefined {
  if (GUARDIAN.test(text) || FAMILY.test(text) || FAMILY_EN.test(text)) return 'guardian'
  return SELF.test(text) ? 'self' : undefined
}
