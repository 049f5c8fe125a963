import { ANYWHERE } from '../../dialogs/question.ts'
import { type MessageKey, type MessageValues, translate } from '../../locales/locales.ts'
import type { Covered } from '../../src/consent/coverage.ts'
import type { WaitingReply } from '../../src/conversations/ports.ts'
import type { ActivityBody, Choice, Session } from '../../src/conversations/session.ts'
import type { Hospital } from '../../src/hospital/hospital.ts'
import type { CrisisKind } from '../../src/tickets/vocabulary.ts'

/** What the turn itself says, around what the dialogs say. `turn.session` is read at each sentence: its language may change. */
export function createSpeech(hospital: Hospital, turn: { readonly session: Pick<Session, 'language'> }) {
  function sentence(key: MessageKey, values: MessageValues = {}): string {
    const { language } = turn.session
    const { name, phone, emergencyRoom } = hospital
    return translate(language, key, { hospital: name[language], phone, emergencyRoom, ...values })
  }

  return {
    scrubbed: (): ActivityBody => ({ type: 'message', text: sentence('scrubbed') }),
    tooLong: (): ActivityBody => ({ type: 'message', text: sentence('tooLong') }),
    apology: (): ActivityBody => ({ type: 'message', text: sentence('apology') }),
    danger: (crisis: CrisisKind): ActivityBody => ({
      type: 'message',
      text: sentence(`crisis.${crisis}`),
      channelData: { crisis },
    }),
    answerShown: (): ActivityBody => ({ type: 'message', text: sentence('reply.shown') }),
    answerWaits: (): ActivityBody => ({ type: 'message', text: sentence('reply.afterQuestion') }),
    /** What can be tapped when nothing is being asked. */
    waysOn: (): readonly Choice[] => [
      { prompt: ANYWHERE, value: 'status', label: sentence('menu.status') },
      { prompt: ANYWHERE, value: 'person', label: sentence('choice.person') },
      { prompt: ANYWHERE, value: 'home', label: sentence('choice.home') },
    ],
    /** The hospital's answer; notes it in `shown`. */
    answer(reply: Covered<WaitingReply, 'person'>, shown: WaitingReply[]): ActivityBody {
      shown.push(reply)
      return {
        type: 'message',
        text: sentence('reply.arrived', { number: reply.ticketNumber, text: reply.text }),
        channelData: { ticket: { number: reply.ticketNumber, state: 'answered' } },
        deliveryId: reply.deliveryId,
      }
    },
  }
}
