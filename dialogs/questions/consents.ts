import type { ConsentPurpose } from '../../src/consent/consent.ts'
import { noticeFor } from '../notice.ts'
import { type QuestionSpec } from '../question.ts'
import { readYesNo } from '../reading.ts'
import { say } from '../turn.ts'

/**
 * One question for each purpose, each on its own and with yes and no of the same weight (개인정보 보호법 §22①).
 * Binding: a late or doubled tap on one notice never answers the next.
 */
export function consentQuestion(purpose: ConsentPurpose): QuestionSpec<boolean> {
  return {
    id: `consent.${purpose}`,
    isBinding: true,
    ask(turn) {
      const t = say(turn)
      const { title, body } = noticeFor(turn, purpose)
      return {
        text: `${title}\n${body}`,
        offers: [
          { value: 'yes', label: t('choice.agree') },
          { value: 'no', label: t('choice.disagree') },
        ],
      }
    },
    read(turn, choice) {
      const granted = choice === undefined ? readYesNo(turn.reply.text) : readChoice(choice)
      return granted === undefined ? { ok: false, problem: 'consent.retry' } : { ok: true, value: granted }
    },
  }
}

function readChoice(choice: string): boolean | undefined {
  if (choice === 'yes') return true
  return choice === 'no' ? false : undefined
}
