import type { QuestionSpec } from '../question.ts'
import { isSkipped } from './complaint.ts'
import { readLabel } from '../reading.ts'
import { say, type Turn } from '../turn.ts'

/** The value of the choice that leads to sending photos; KakaoTalk opens its plugin with it. */
export const SEND_PHOTOS = 'photos'

/** How photos can be sent: answered by photos, or by going on without any. */
export const attachments: QuestionSpec<'done'> = {
  id: 'complaint.attachments',
  ask: (turn) => ({ text: say(turn)('photos.ask'), offers: offers(turn) }),
  read(turn, choice) {
    const { photos, text } = turn.reply
    const value = choice ?? readLabel(text, offers(turn))
    const isAnswered = photos !== undefined || value === 'without' || isSkipped(text)
    return isAnswered ? { ok: true, value: 'done' } : { ok: false, problem: 'photos.retry' }
  },
}

function offers(turn: Turn) {
  const t = say(turn)
  return [
    { value: SEND_PHOTOS, label: t('photos.offer') },
    { value: 'without', label: t('photos.without') },
  ]
}
