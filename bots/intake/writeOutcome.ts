import type { Effect } from '../../dialogs/turn.ts'
import type { Covered } from '../../src/consent/coverage.ts'
import { coverActivities, coverSession } from '../../src/consent/coverTurn.ts'
import type { ConversationStore, HeldActivity, HeldConversations } from '../../src/conversations/ports.ts'
import type { Session, TranscriptActivity } from '../../src/conversations/session.ts'
import type { Hospital } from '../../src/hospital/hospital.ts'
import { activitiesOf, heldAfter, sessionAfter, type Writing } from './afterTurn.ts'
import { applyEffects, receiptsOf } from './applyEffects.ts'
import { applyRights } from './applyRights.ts'
import { storedKey } from './conversationState.ts'
import type { TurnOutcome } from './inbound.ts'

type Stores = {
  readonly hospital: Hospital
  readonly conversations: ConversationStore
  readonly held: HeldConversations
}

/**
 * Writes everything a turn decided: to the record where consent covers it, else to the hold. Effects on tickets and
 * receipts always go to the record, in the same transaction.
 */
export async function writeOutcome(stores: Stores, writing: Writing): Promise<TurnOutcome> {
  const { event, loaded, turn } = writing
  const replies = [...(writing.saidBefore ?? []), ...writing.replies]
  const now = turn.ports.now()
  const said = activitiesOf(writing, now)
  const held: readonly HeldActivity[] = [...(loaded.held?.transcript ?? []), ...said]
  const after = sessionAfter(writing, said.length, now)
  const receipts = receiptsOf(turn.effects)
  const sequence = event.kind === 'message' ? loaded.session.nextSequence : undefined

  const kept = coverActivities(held, after.consents)
  const covered = coverDurable(withVaultOf(kept, after, loaded.session), turn.effects)
  if (covered) {
    await stores.conversations.transact(async (tx) => {
      await applyRights({ tx, ports: turn.ports, conversationId: event.conversationId }, turn.effects)
      await tx.writeTurn({
        eventKey: storedKey(event, loaded.session),
        before: loaded.session,
        after: covered,
        activities: kept,
        replies,
        receipts,
        at: now,
      })
      await applyEffects(tx, stores.hospital, turn, after)
      if (loaded.session.draft.photos) await tx.keepOnlyPhotos(event.conversationId, after.draft.photos ?? [])
      for (const reply of writing.shown) await tx.markReplyShown(reply.deliveryId, shownState(after), now)
    })
    // The record goes before the hold from here on. What cannot be dropped is gone in half an hour.
    if (loaded.held) await stores.held.drop(event.conversationId).catch(() => undefined)
    return { replies, sequence: kept.some((activity) => activity.sequence === sequence) ? sequence : undefined }
  }

  if (turn.effects.length > 0) {
    await stores.conversations.transact(async (tx) => {
      await applyRights({ tx, ports: turn.ports, conversationId: event.conversationId }, turn.effects)
      await tx.writeReceipts(receipts, after.consents.collect === true ? after.conversationId : undefined)
      await applyEffects(tx, stores.hospital, turn, after)
    })
  }
  const heard = turn.effects.some(({ kind }) => kind === 'forget_guardian') ? held.filter(isBots) : held
  await stores.held.put(heldAfter(loaded, after, heard, { key: storedKey(event, loaded.session), sequence, replies }))
  return { replies, sequence }
}

/**
 * The session, where durability begins or goes on: all of it is covered. What is told without a name stays in the hold,
 * whatever was agreed to besides.
 */
function coverDurable(session: Session, effects: readonly Effect[]): Covered<Session, 'record'> | undefined {
  const isNameless = session.draft.anonymous === true || effects.some(isNamelessFiling)
  if (isNameless && !session.isDurable) return undefined
  return coverSession(session)
}

/** The session with the values of what is kept: names and numbers in words that were refused to be kept go with them. */
function withVaultOf(kept: readonly TranscriptActivity[], after: Session, before: Session): Session {
  const { story, where, wish } = after.draft
  const texts = [story, where, wish, ...kept.map(({ body }) => body.text)]
  const known = before.isDurable ? before.vault : []
  const fresh = after.vault.filter(({ token, type }) => {
    const wasThere = known.some((entry) => entry.token === token)
    return wasThere || (before.isDurable && type === 'number') || texts.some((text) => text?.includes(token))
  })
  return { ...after, vault: fresh }
}

function isNamelessFiling(effect: Effect): boolean {
  return effect.kind === 'file' && effect.ticket.conversationId === undefined
}

// A KakaoTalk answer is the response itself; elsewhere the person's client says what it received.
function shownState(session: Session): 'sent' | 'delivered' {
  return session.channel === 'kakao' ? 'delivered' : 'sent'
}

// After a guardian's no nothing of what the child said stays, in the hold either.
function isBots({ activity }: HeldActivity): boolean {
  return activity.fromBot
}
