import { written, type Rule } from './rule.ts'

const DATE = String.raw`(?:(?:19|20)\d{2}|\d{2})\s?[년.\-/]?\s?(?:1[0-2]|0?[1-9])\s?[월.\-/]?\s?(?:3[01]|[12]\d|0?[1-9])(?:\s?일)?`
const VEHICLE = /차|주차|번호판|렌트|렌터|발레|파킹|자가용|오토바이|택시|트럭|승용|car|vehicle|plate|parked|parking/i
const COUNTED = /^\s?(?:원|명|번|호|년|개|회|일|월|시|층|만|,\d|\d)/
const RENTAL = /[하허호]/
/** Letters of number plates that are also words for weeks, degrees, departments and the like. */
const ALSO_A_WORD = /[주도로서부조]\s/

/** Numbers from the hospital's records, dates of birth, and number plates. */
export const RECORD_RULES: readonly Rule[] = [
  {
    type: 'patient_no',
    pattern: written(
      String.raw`(?:환자\s?번호|차트\s?번호|등록\s?번호|[Cc]hart (?:no\.?|number)|MRN|[Pp]atient (?:ID|no\.?|number))`,
      String.raw`\s?(?:는|은|가|이|:|=|-|\(|is|#)?\s?(?<value>[A-Za-z]{1,2}-?\d(?:[\s\-]?\d){4,9})(?!\d)`,
    ),
    accept: ({ before }) => !/(?:사업자|주민|외국인|차량|법인|주차)\s?등록/.test(before),
  },
  {
    type: 'birthdate',
    pattern: written(
      String.raw`(?<![\d.\-])(?<value>${DATE})\s?(?:생(?=[이인임입으\s,.)일]|년월일|$)|출생|에?\s?태어)`,
    ),
  },
  {
    type: 'birthdate',
    pattern: written(String.raw`(?:생년\s?월일|생일|출생일|태어난\s?날)[^\d\n]{0,8}(?<value>${DATE})(?!\d)`),
  },
  {
    type: 'birthdate',
    pattern: written(
      String.raw`(?:[Bb]orn(?: on| in)?|DOB|dob|[Dd]ate of [Bb]irth|[Bb]irth\s?(?:day|date))[^\d\n]{0,8}(?<value>\d{1,2}[.\-/ ]\d{1,2}[.\-/ ](?:19|20)\d{2}|${DATE}|(?:19|20)\d{2})(?!\d)`,
    ),
  },
  {
    type: 'birthdate',
    pattern: written(
      String.raw`(?:[Bb]orn(?: on)?|DOB|[Dd]ate of [Bb]irth|[Bb]irthday)[:\s]{1,3}(?:is )?(?<value>(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}))`,
    ),
  },
  {
    type: 'car_plate',
    pattern: written(
      String.raw`(?<!\d)(?:(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)\s?)?`,
      String.raw`\d{2,3}\s?-?\s?[가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주바사아자배하허호]\s?-?\s?\d(?:[\s.\-]?\d){3}(?!\d)`,
    ),
    accept: ({ value, before, after }) => {
      if (VEHICLE.test(before) || VEHICLE.test(after.slice(0, 8))) return true
      return !RENTAL.test(value) && !ALSO_A_WORD.test(value) && !COUNTED.test(after)
    },
  },
]
