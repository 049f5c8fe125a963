import type { ActivityBody, Choice, TranscriptActivity } from '../../../src/conversations/session.ts'

/** A Bot Framework activity as Direct Line clients read it. */
type WireActivity = {
  readonly type: ActivityBody['type']
  readonly id: string
  readonly timestamp: string
  readonly channelId: 'directline'
  readonly conversation: { readonly id: string }
  readonly from: { readonly id: string; readonly name?: string; readonly role: 'bot' | 'user' }
  readonly text?: string | undefined
  readonly locale?: string | undefined
  readonly suggestedActions?: { readonly actions: readonly WireAction[] }
  readonly attachments?: readonly WireHeroCard[]
  readonly channelData?: Readonly<Record<string, unknown>> | undefined
}

type WireAction = {
  readonly type: 'messageBack'
  readonly title: string
  readonly text: string
  readonly displayText: string
  readonly value: { readonly prompt?: string; readonly choice: string; readonly nonce?: string }
}

type WireHeroCard = {
  readonly contentType: 'application/vnd.microsoft.card.hero'
  readonly content: {
    readonly buttons: readonly [{ readonly type: 'openUrl'; readonly title: string; readonly value: string }]
  }
}

/** Some activities and how far they reach; a client asks for what comes after the watermark. */
export type WireActivitySet = { readonly activities: readonly WireActivity[]; readonly watermark: string }

const bot = { id: 'sori', name: 'Sori', role: 'bot' } as const
/** Sequences are below 2^53; padded, ids sort as the activities do. */
const sequenceDigits = 16

/** An activity's id on the wire, as Direct Line spells it: `<conversation>|<number>`. */
export function activityId(conversationId: string, sequence: number): string {
  return `${conversationId}|${String(sequence).padStart(sequenceDigits, '0')}`
}

/**
 * Activities as Direct Line carries them.
 *
 * @param afterSequence the watermark that stays where there are none
 */
export function toWireActivitySet(
  conversationId: string,
  activities: readonly TranscriptActivity[],
  afterSequence: number,
): WireActivitySet {
  return {
    activities: activities.map((activity) => toWireActivity(conversationId, activity)),
    watermark: String(activities.at(-1)?.sequence ?? afterSequence),
  }
}

function toWireActivity(conversationId: string, { sequence, fromBot, at, body }: TranscriptActivity): WireActivity {
  return {
    type: body.type,
    id: activityId(conversationId, sequence),
    timestamp: at.toISOString(),
    channelId: 'directline',
    conversation: { id: conversationId },
    from: fromBot ? bot : { id: body.from ?? 'user', role: 'user' },
    text: body.text,
    locale: body.locale,
    ...(body.suggestedActions?.length && { suggestedActions: toSuggestedActions(body.suggestedActions, body) }),
    ...(body.link && { attachments: [toHeroCard(body.link)] }),
    channelData: body.channelData,
  }
}

function toSuggestedActions(choices: readonly Choice[], body: ActivityBody): { actions: readonly WireAction[] } {
  return { actions: choices.map((choice) => toWireAction(choice, body.channelData?.['prompt'])) }
}

function toWireAction({ value, label, prompt, nonce }: Choice, askedPrompt: unknown): WireAction {
  const answers = prompt ?? (typeof askedPrompt === 'string' ? askedPrompt : undefined)
  return {
    type: 'messageBack',
    title: label,
    text: label,
    displayText: label,
    value: { ...(answers && { prompt: answers }), choice: value, ...(nonce && { nonce }) },
  }
}

function toHeroCard({ label, url }: { readonly label: string; readonly url: string }): WireHeroCard {
  return {
    contentType: 'application/vnd.microsoft.card.hero',
    content: { buttons: [{ type: 'openUrl', title: label, value: url }] },
  }
}
