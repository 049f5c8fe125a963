import { written, type Rule } from './rule.ts'

const VEHICLE =
  /차|주차|번호판|렌트|렌터|발레|파킹|자가용|오토바이|택시|버스|트럭|승용|카니발|소나타|쏘나타|그랜저|아반떼|모닝|SUV|스타렉스|car|vehicle|plate|parked|parking/i
const COUNTED = /^\s?(?:원|명|번|호|년|개|회|일|월|시|층|만|,\d|\d)/
const RENTAL = /[하허호]/
/** Letters of number plates that are also words for weeks, degrees, departments and the like. */
const ALSO_A_WORD = /\d\s?[주도로서부조]\s/

/** Numbers from the hospital's records that hold letters, and number plates. */
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
    type: 'car_plate',
    pattern: written(
      String.raw`(?<!\d)(?:(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)\s?)?`,
      String.raw`\d{2,3}\s?[-.]?\s?[가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주바사아자배하허호]\s?[-.]?\s?(?=\S{0,5}\d)[\dOo](?:[\s.\-]?[\dOo]){3}(?![\dOo])`,
    ),
    accept: ({ value, before, after }) => {
      if (VEHICLE.test(before) || VEHICLE.test(after.slice(0, 8))) return true
      return !RENTAL.test(value) && !ALSO_A_WORD.test(value) && !COUNTED.test(after)
    },
  },
]
