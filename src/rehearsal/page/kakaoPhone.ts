import type { KakaoUser } from 'kakao-chatbot-skill-sdk/simulator'
import { z } from 'zod'

import { samplePhoto } from './samplePhoto.ts'

/** What the person with the phone may do. */
export const actSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('say'), user: z.string().min(1), text: z.string().min(1) }),
  z.object({ kind: z.literal('quick_reply'), user: z.string().min(1), label: z.string() }),
  z.object({
    kind: z.literal('button'),
    user: z.string().min(1),
    label: z.string(),
    message: z.number().int().optional(),
  }),
  z.object({ kind: z.literal('photos'), user: z.string().min(1), count: z.number().int().min(1).max(10) }),
  z.object({ kind: z.literal('add_channel'), user: z.string().min(1) }),
  z.object({ kind: z.literal('block_channel'), user: z.string().min(1) }),
])

/** Does it, and answers what the phone then shows. @throws when there is no such button */
export async function perform(phone: KakaoUser, act: z.infer<typeof actSchema>) {
  switch (act.kind) {
    case 'say':
      await phone.say(act.text)
      break
    case 'quick_reply':
      await phone.tapQuickReply(act.label)
      break
    case 'button':
      await phone.tapButton(act.label, act.message)
      break
    case 'photos':
      await phone.sendPhotos(
        Array.from({ length: act.count }, () => ({ bytes: samplePhoto(), contentType: 'image/png' })),
      )
      break
    case 'add_channel':
      await phone.addChannel()
      break
    case 'block_channel':
      phone.blockChannel()
      break
  }
  return seenPhone(phone)
}

/** What the phone shows. */
export function seenPhone({ id, isFriend, messages, quickReplies, lastPrompt, isAskedForPhotos }: KakaoUser) {
  return { id, isFriend, messages, quickReplies, lastPrompt, isAskedForPhotos }
}
