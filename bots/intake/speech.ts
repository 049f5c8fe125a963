import { dangerText, findConcerned } from '../../dialogs/danger.ts'
import { levelOf } from '../../dialogs/level.ts'
import { ANYWHERE } from '../../dialogs/question.ts'
import { type MessageKey, type MessageValues, translate } from '../../locales/locales.ts'
import type { Covered } from '../../src/consent/coverage.ts'
import type { WaitingReply } from '../../src/conversations/ports.ts'
import type { ActivityBody, Choice, Session } from '../../src/conversations/session.ts'
import { sentenceValues } from '../../src/hospital/helplines.ts'
import type { Hospital } from '../../src/hospital/hospital.ts'
import type { CrisisKind } from '../../src/tickets/vocabulary.ts'

/** What the turn itself says, around what the dialogs say. `turn.session` is read at each sentence: its language may change. */
export function createSpeech(
  hospital: Hospital,
  turn: { readonly session: Pick<Session, 'language' | 'easy' | 'draft'> },
) {
  function sentence(key: MessageKey, values: MessageValues = {}): string {
    const { language } = turn.session
    return translate(language, key, { ...sentenceValues(hospital, language), ...values }, levelOf(turn.session))
  }

  return {
    scrubbed: (): ActivityBody => ({ type: 'message', text: sentence('scrubbed') }),
    tooLong: (): ActivityBody => ({ type: 'message', text: sentence('tooLong') }),
    apology: (): ActivityBody => ({ type: 'message', text: sentence('apology') }),
    slow: (): ActivityBody => ({ type: 'message', text: sentence('kakao.slow') }),
    /** @param said what tells of the danger: whom it is about decides which lines are named */
    danger: (crisis: CrisisKind, said: string): ActivityBody => ({
      type: 'message',
      text: dangerText(sentence, { hospital, language: turn.session.language }, crisis, findConcerned(said)),
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
    /** The same while an answer is still being made. */
    waysOnSlowly: (): readonly Choice[] => [
      { prompt: ANYWHERE, value: 'more', label: sentence('kakao.more') },
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
