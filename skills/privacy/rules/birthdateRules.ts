import { written, type Candidate, type Rule } from './rule.ts'

const YEAR = String.raw`(?:(?:19|20)\d{2}|\d{2})`
const MONTH_DAY = String.raw`(?:1[0-2]|0?[1-9])\s?[월.\-/]?\s?(?:3[01]|[12]\d|0?[1-9])`
const CALENDAR = String.raw`(?:(?:음력|양력)(?:으로)?\s?)?`
const DATE = String.raw`${YEAR}\s?[년.\-/]?생?\s?${CALENDAR}${MONTH_DAY}(?:\s?일|\.(?=\s?생))?`
/** With every part named or set apart, as nobody writes a number that is no date. */
const FULL_DATE = String.raw`${YEAR}(?:년|[.\-/])\s?${CALENDAR}${MONTH_DAY}(?:\s?일|\.)?`
const ENGLISH_MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}'
const ENGLISH_DATE = [
  `${ENGLISH_MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}`,
  `\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${ENGLISH_MONTH}\\.?,? \\d{4}`,
  String.raw`\d{1,2}[.\-/ ]\d{1,2}[.\-/ ](?:19|20)\d{2}`,
].join('|')
const LABEL = '(?:생년\\s?월일|생일|생신|출생일|출생\\s?연월일|태어난\\s?날(?:짜)?)'
const ENGLISH_LABEL = String.raw`(?:\b[Bb]orn|\b[Dd]\.?[Oo]\.?[Bb]\b|\b[Dd]ate of [Bb]irth|\b[Bb]irth\s?(?:day|date)|\b[Bb]\.)`
/** A date of something else, though a birth was spoken of before. */
const OTHER_EVENT = /^(?:일)?(?:에|날|자)?\s?(?:진료|예약|입원|수술|방문|검사|퇴원|내원|접수|외래|오전|오후|\d{1,2}시)/

/** Dates of birth: only words tell them from other dates, since a child's is as recent as its last visit. */
export const BIRTHDATE_RULES: readonly Rule[] = [
  birth(
    String.raw`(?<![\d.\-])(?<value>${DATE})\s?(?:년?생(?=[이인임입으\s,.)일여]|년월일|$)|출생|에?\s?태어|에?\s?낳)`,
  ),
  birth(String.raw`(?<![\d.\-])(?<value>${YEAR}\s?년?생\s${MONTH_DAY}(?:\s?일)?)(?!\d)`),
  birth(String.raw`${LABEL}[^\d\n]{0,8}(?<value>${DATE})(?!\d)`),
  { ...birth(String.raw`${LABEL}[^\d\n]{8,25}(?<value>${FULL_DATE}|\d{8}|\d{6})(?!\d)`), accept: isNoOtherEvent },
  {
    ...birth(String.raw`(?:호적|음력|양력|출생\s?신고)[^\d\n]{0,10}(?<value>${FULL_DATE})(?!\d)`),
    accept: isNoOtherEvent,
  },
  birth(String.raw`(?<![\d.\-])(?<value>${FULL_DATE})에?\s[^\d\n.]{0,14}(?:태어|출생신고|출산|낳았|낳은)`),
  birth(String.raw`${ENGLISH_LABEL}[^\d\n]{0,10}(?<value>${ENGLISH_DATE}|${DATE}|(?:19|20)\d{2})(?!\d)`),
  birth(String.raw`${ENGLISH_LABEL}(?: on| is|:)?(?: the)?\s(?<value>${ENGLISH_DATE})`),
]

function birth(pattern: string): Rule {
  return { type: 'birthdate', pattern: written(pattern) }
}

function isNoOtherEvent({ after }: Candidate): boolean {
  return !OTHER_EVENT.test(after)
}
