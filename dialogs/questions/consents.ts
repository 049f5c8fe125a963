import type { ConsentPurpose } from '../../src/consent/consent.ts'
import { isAnswered, isChanged, openPurposes } from '../consentState.ts'
import { noticeFor } from '../notice.ts'
import { type Asked, type QuestionSpec, type Reading } from '../question.ts'
import { readYesNo } from '../reading.ts'
import { say, type Turn } from '../turn.ts'

/**
 * One question for each purpose, each on its own and with yes and no of the same weight (개인정보 보호법 §22①). With it
 * goes a link to the page where all that is still open can be read in full and answered at once.
 * Binding: a late or doubled tap on one notice never answers the next.
 */
export function consentQuestion(purpose: ConsentPurpose): QuestionSpec<boolean> {
  return {
    id: `consent.${purpose}`,
    isBinding: true,
    isSettled: (turn) => isAnswered(turn, purpose),
    ask: (turn) => ({ text: textOf(turn, purpose), offers: offersOf(turn), link: linkOf(turn) }),
    read(turn, choice) {
      if (!mayAnswerHere(turn)) return { ok: false, problem: 'consent.onPage' }
      return isAsPut(turn, purpose) ? readAnswer(turn, choice) : { ok: false, problem: 'consent.renewed' }
    },
  }
}

// Who answered an older version is told what is new in this one.
function textOf(turn: Turn, purpose: ConsentPurpose): string {
  const { title, short, changes } = noticeFor(turn, purpose)
  const news = changes !== undefined && isChanged(turn, purpose) ? [say(turn)('consent.changed', { changes })] : []
  return [...news, title, short].join('\n')
}

function offersOf(turn: Turn): NonNullable<Asked['offers']> {
  if (!mayAnswerHere(turn)) return []
  const t = say(turn)
  return [
    { value: 'yes', label: t('choice.agree') },
    { value: 'no', label: t('choice.disagree') },
  ]
}

function linkOf(turn: Turn): NonNullable<Asked['link']> {
  const { ports, session } = turn
  const versions = openPurposes(turn).map((purpose) => [purpose, noticeFor(turn, purpose).version] as const)
  const grant = { conversationId: session.conversationId, versions: Object.fromEntries(versions) }
  return { label: say(turn)('consent.openPage'), url: ports.consentPageUrl(grant, session.language) }
}

// Where the hospital takes consent on the page alone, a yes typed or tapped here is answered with the link.
function mayAnswerHere({ ports }: Turn): boolean {
  return ports.hospital.consent.chatButtons
}

// Nobody agrees to a version that took the place of the one they were shown.
function isAsPut({ ports, session }: Turn, purpose: ConsentPurpose): boolean {
  const versionAt = (at: Date): string => ports.notices.current(purpose, session.language, at).version
  return versionAt(new Date(session.prompt?.askedAt ?? 0)) === versionAt(ports.now())
}

function readAnswer(turn: Turn, choice: string | undefined): Reading<boolean> {
  const granted = choice === undefined ? readYesNo(turn.reply.text) : readChoice(choice)
  return granted === undefined ? { ok: false, problem: 'consent.retry' } : { ok: true, value: granted }
}

function readChoice(choice: string): boolean | undefined {
  if (choice === 'yes') return true
  return choice === 'no' ? false : undefined
}
