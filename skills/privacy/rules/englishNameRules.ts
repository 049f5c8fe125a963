import { isLatinFullName } from '../names/latinNames.ts'
import { roleOf } from './nameRole.ts'
import { written, type Rule } from './rule.ts'

const LATIN = String.raw`(?:\p{Lu}['’])?\p{Lu}\p{Ll}+(?:['’-]\p{L}\p{Ll}+)?`
const LATIN_FULL = `${LATIN}(?:\\s(?:[A-Z]\\.|van|de|bin|al|${LATIN})){1,3}`
const ROMAN_FAMILY =
  '(?:kim|lee|park|choi|jung|jeong|kang|cho|yoon|jang|lim|han|oh|seo|shin|kwon|hwang|ahn|song|yoo|hong|jeon|ko|moon|yang|son|bae|baek|heo|nam|shim|noh)'
const NOT_LATIN_NAME =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Station|Call|Manager|Practitioner|Room|Desk|Office|On|In|At|The|And|Said|Told|Came|Was|Is|Of|Who|When|Never|Very|Also|Just|Korean|Korea|American|Chinese|Japanese|Vietnamese|Seoul|Hospital|Team|Assistant|Aide|Supervisor|Please|Still|From|For|Sorry|Here|Not|So|Really|Writing|Foreigner|Staff|He|She|They|It|My|Your|A|An|To|With|Complaint|Patient|Doctor|Nurse)\b/

const OTHER_SCRIPT = /[A-Za-z]{2}|[\p{Script=Han}\p{Script=Cyrillic}]/u
/** My name is, in the languages of those who come without an interpreter. */
const I_AM_CALLED = String.raw`(?:[Ii]ch hei(?:ß|ss)e|[Mm]ein Name ist|[Mm]e llamo|[Mm]i nombre es|[Jj]e m['’]appelle|[Mm]on nom est|[Mm]i chiamo|[Mm]eu nome é|[Tt]ên tôi là|[Tt]ôi là|[Tt]ôi tên là|[Mm]enya zovut|[Mm]y name(?:['’]?s| is)|[Aa]ng pangalan ko ay|[Nn]ama saya|[Nn]amae wa)`

const RULES: readonly Rule[] = [
  latin(String.raw`${I_AM_CALLED}\s(?<value>${LATIN}(?:\s(?:\p{Lu}\.|${LATIN})){0,3})`),
  {
    type: 'name',
    pattern: written(String.raw`(?:меня зовут|Меня зовут|[Мм]оё имя)\s(?<value>[А-Я][а-я]+(?:\s[А-Я][а-я]+){0,2})`),
  },
  {
    type: 'name',
    pattern: written(
      String.raw`(?:我叫|我是|我的名字[是叫]|姓名|名字是)\s?:?(?<value>\p{Script=Han}{2,4})(?=[,，。.!\s]|$)`,
    ),
  },
  {
    type: 'name',
    pattern: written(
      String.raw`(?:私は|名前は|患者は)\s?(?<value>[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー・\s]{2,10}?)(?=です|と申します|といいます)`,
    ),
  },
  latin(
    String.raw`(?:[Mm]y (?:full )?name is|[Nn]ame is|[Nn]ame(?:\s?:|\son the [a-z]{3,9}(?: is|:))?|[Ss]igned,?|[Aa]sk for|[Cc]ontact|[Mm]other of|[Ff]ather of|[Ww]ife of|[Hh]usband of|[Gg]uardian of|(?:son|daughter|husband|wife|mother|father|mom|dad|brother|sister|baby|child)(?:'s name is| is named| named| is called|,)|[Nn]amed|[Cc]alled|[Pp]atient(?:'s)? name(?: is|:))\s(?<value>${LATIN}(?:\s(?:[A-Z]\.|${LATIN})){0,3})`,
  ),
  latin(
    String.raw`(?:[Tt]his is|I am|I'm|I’m|[Pp]atient|[Gg]uardian|[Mm]y (?:son|daughter|husband|wife|mother|father|mom|dad|brother|sister|baby|child|friend)|[Ss]incerely,|[Rr]egards,|[Tt]hanks,|[Tt]hank you,)\s(?<value>${LATIN_FULL})`,
  ),
  latin(
    String.raw`[Mm]y (?:son|daughter|husband|wife|mother|father|mom|dad|brother|sister|baby|child|grandson|granddaughter|grandmother|grandfather|aunt|uncle|cousin|partner|boyfriend|girlfriend|friend|boy|girl)\s(?<value>${LATIN})(?=\s(?:was|is|has|had|got|fell|waited|needs|who|said|told|broke|cannot|can't|came|went|fainted|vomited|will))`,
  ),
  latin(
    String.raw`\b(?:Dr|Mr|Mrs|Ms|Miss|Prof|Doctor|Nurse|Professor|Therapist|doctor|nurse|therapist|dr|mr|mrs|ms|prof|professor|receptionist)\.?\s(?<value>${LATIN}(?:\s${LATIN})?)`,
  ),
  {
    type: 'name',
    pattern: written(
      String.raw`(?<![A-Za-z@.])(?<value>[A-Z][a-z]+(?:\s[A-Z][a-z]+|\s[A-Z]\.|-[A-Z]?[a-z]+){1,3}|[A-Z]{2,}(?:[\s\-][A-Z]{2,}){1,2})(?![A-Za-z@])`,
    ),
    accept: ({ value }) => isLatinFullName(value) && !NOT_LATIN_NAME.test(value),
    role: roleOf,
  },
  latin(String.raw`\b(?:dr|mr|mrs|ms|prof|doctor|nurse|professor)\.?\s(?<value>${ROMAN_FAMILY})\b`),
  latin(
    String.raw`(?:[Mm]y name is|[Mm]y name'?s|i am|i'm)\s(?<value>${ROMAN_FAMILY}\s[a-z]{2,8}(?:[\s\-][a-z]{2,6})?|[a-z]{2,8}(?:-[a-z]{2,6})?\s${ROMAN_FAMILY})\b`,
  ),
]

/** Names of people in English, and in the scripts of other countries. */
export const ENGLISH_NAME_RULES: readonly Rule[] = RULES.map((rule) => ({ needs: OTHER_SCRIPT, ...rule }))

function latin(pattern: string): Rule {
  return { type: 'name', pattern: written(pattern), accept: ({ value }) => !NOT_LATIN_NAME.test(value), role: roleOf }
}
