import { roleOf } from './nameRole.ts'
import { written, type Rule } from './rule.ts'

const LATIN = "[A-Z][a-z]+(?:['’-][A-Za-z][a-z]+)?"
const LATIN_FULL = `${LATIN}(?:\\s(?:[A-Z]\\.|van|de|bin|al|${LATIN})){1,3}`
const ROMAN_FAMILY =
  '(?:kim|lee|park|choi|jung|jeong|kang|cho|yoon|jang|lim|han|oh|seo|shin|kwon|hwang|ahn|song|yoo|hong|jeon|ko|moon|yang|son|bae|baek|heo|nam|shim|noh)'
const NOT_LATIN_NAME =
  /^(?:Station|Call|Manager|Practitioner|Room|Desk|Office|On|In|At|The|And|Said|Told|Came|Was|Is|Of|Who|When|Never|Very|Also|Just|Korean|Korea|American|Chinese|Japanese|Vietnamese|Seoul|Hospital|Team|Assistant|Aide|Supervisor|Please|Still|From|For|Sorry|Here|Not|So|Really|Writing|Foreigner|Staff|He|She|They|It|My|Your|A|An|To|With|Complaint|Patient|Doctor|Nurse)\b/

/** Names of people in English. */
export const ENGLISH_NAME_RULES: readonly Rule[] = [
  latin(
    String.raw`(?:[Mm]y (?:full )?name is|[Nn]ame is|[Nn]ame\s?:|(?:son|daughter|husband|wife|mother|father|mom|dad|brother|sister|baby|child)(?:'s name is| is named| named| is called|,)|[Nn]amed|[Cc]alled|[Pp]atient(?:'s)? name(?: is|:))\s(?<value>${LATIN}(?:\s(?:[A-Z]\.|${LATIN})){0,3})`,
  ),
  latin(
    String.raw`(?:[Tt]his is|I am|I'm|I’m|[Pp]atient|[Gg]uardian|[Mm]y (?:son|daughter|husband|wife|mother|father|mom|dad|brother|sister|baby|child|friend)|[Ss]incerely,|[Rr]egards,|[Tt]hanks,|[Tt]hank you,)\s(?<value>${LATIN_FULL})`,
  ),
  latin(
    String.raw`[Mm]y (?:son|daughter|husband|wife|mother|father|mom|dad|brother|sister|baby|child)\s(?<value>${LATIN})(?=\s(?:was|is|has|had|got|fell|waited|needs|who))`,
  ),
  latin(
    String.raw`\b(?:Dr|Mr|Mrs|Ms|Miss|Prof|Doctor|Nurse|Professor|Therapist|doctor|nurse|therapist|dr|mr|mrs|ms|prof|professor|receptionist)\.?\s(?<value>${LATIN}(?:\s${LATIN})?)`,
  ),
  latin(String.raw`\b(?:dr|mr|mrs|ms|prof|doctor|nurse|professor)\.?\s(?<value>${ROMAN_FAMILY})\b`),
  latin(
    String.raw`(?:[Mm]y name is|[Mm]y name'?s|i am|i'm)\s(?<value>${ROMAN_FAMILY}\s[a-z]{2,8}(?:[\s\-][a-z]{2,6})?|[a-z]{2,8}(?:-[a-z]{2,6})?\s${ROMAN_FAMILY})\b`,
  ),
]

function latin(pattern: string): Rule {
  return { type: 'name', pattern: written(pattern), accept: ({ value }) => !NOT_LATIN_NAME.test(value), role: roleOf }
}
