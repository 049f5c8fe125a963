import type { DialogContext } from 'botbuilder-dialogs'

import type { MessageKey } from '../locales/locales.ts'
import { mayKeepPhotos } from '../src/photos/coverPhotos.ts'
import { MAX_PHOTOS, type NewPhoto, type PhotoSource } from '../src/photos/photo.ts'
import type { Category } from '../src/tickets/vocabulary.ts'
import { tell } from './question.ts'
import { say, type Turn, turnOf } from './turn.ts'

/** What somebody has to look at to understand it. Of people, staff among them, no photo is asked for. */
const WORTH_A_LOOK: ReadonlySet<Category | undefined> = new Set<Category>(['facility', 'meal'])

/** Tells whether a photo would help with what is being told, and could be kept. */
export function offersPhotos(turn: Turn): boolean {
  const { category, photos = [] } = turn.draft
  return hasPhotoBlock(turn) && WORTH_A_LOOK.has(category) && photos.length < MAX_PHOTOS && mayTakePhotos(turn)
}

/** What is answered to a photo or file that is not taken in. */
export function refuseFile(turn: Turn): MessageKey {
  return hasPhotoBlock(turn) ? 'photos.inChat' : 'story.noFiles'
}

/** Takes in the photos that came, where they belong to something on the way to a ticket, and says what became of them. */
export async function takePhotos(dc: DialogContext, sent: readonly PhotoSource[]): Promise<void> {
  const turn = turnOf(dc)
  const t = say(turn)
  if (sent.length === 0) return tell(dc, t('photos.unread'))
  if (!mayTakePhotos(turn)) return tell(dc, t('photos.notNow'))
  const before = turn.draft.photos ?? []
  const taken = sent.slice(0, MAX_PHOTOS - before.length)
  if (taken.length > 0) {
    const photos = taken.map((source) => toPhoto(turn, source))
    turn.effects.push({ kind: 'photos', photos })
    // A photo may show anything, so from here on all of it counts as telling of health.
    turn.learn({ photos: [...before, ...photos.map(({ id }) => id)], health: true, askFor: undefined })
    await tell(dc, t('photos.taken', { count: taken.length }))
  }
  if (taken.length < sent.length) await tell(dc, t('photos.tooMany', { count: sent.length - taken.length }))
}

/** Tells how many of a ticket's photos could not be had; undefined where none is missing so far. */
export async function sayLostPhotos(turn: Turn): Promise<string | undefined> {
  const sheets = await turn.ports.listPhotos(turn.draft.photos ?? [])
  const lost = sheets.filter(({ state }) => state === 'refused').length
  return lost === 0 ? undefined : say(turn)('photos.lost', { count: lost })
}

function hasPhotoBlock({ session, ports }: Turn): boolean {
  return session.channel === 'kakao' && ports.hospital.kakao.photoBlockId !== undefined
}

function mayTakePhotos({ session, draft }: Turn): boolean {
  const about = { isNameless: draft.anonymous === true, isOfChild: draft.age === 'child' }
  return session.isDurable && draft.story !== undefined && mayKeepPhotos(session.consents, about)
}

function toPhoto({ ports, session }: Turn, source: PhotoSource): NewPhoto {
  return { ...source, id: ports.newId(), conversationId: session.conversationId, createdAt: ports.now() }
}
