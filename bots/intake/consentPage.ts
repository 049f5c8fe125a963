import { isChanged, openPurposes } from '../../dialogs/consentState.ts'
import { currentNotice, type NoticePorts } from '../../dialogs/notice.ts'
import { CONSENT_PURPOSES, type ConsentPurpose } from '../../src/consent/consent.ts'
import type { ConsentGrant, ConsentLinks } from '../../src/consent/consentLinks.ts'
import type { Notice } from '../../src/consent/notice.ts'
import type { ConversationStore, HeldConversations, UsedLink } from '../../src/conversations/ports.ts'
import type { Session } from '../../src/conversations/session.ts'
import type { Channel, Language } from '../../src/tickets/ticket.ts'
import { findSession } from './conversationState.ts'
import { goOn, type GoOnDependencies } from './goOn.ts'
import type { RunTurn } from './inbound.ts'

/** Why a link cannot be answered. `used`: it was; `settled`: everything on it was answered in the chat. */
export type ConsentPageProblem = 'forged' | 'expired' | 'outdated' | 'gone' | 'used' | 'settled' | 'failed'

/** What a link shows. */
export type ConsentPageView =
  | {
      readonly kind: 'open'
      /** What is still to be answered, in the order of the law's list. */
      readonly notices: readonly Notice[]
      /** Answered before in another version. */
      readonly changed: readonly ConsentPurpose[]
      /** Answered in the chat since the link was made. */
      readonly settled: readonly Notice[]
    }
  | { readonly kind: 'problem'; readonly problem: ConsentPageProblem }

/** What became of answers. */
export type ConsentPageOutcome =
  | { readonly kind: 'taken'; readonly channel: Channel; readonly someSettled: boolean }
  | { readonly kind: 'problem'; readonly problem: ConsentPageProblem }

export type ConsentPageDependencies = GoOnDependencies & {
  readonly links: ConsentLinks
  readonly conversations: Pick<ConversationStore, 'findSession' | 'isLinkUsed'>
  readonly held: Pick<HeldConversations, 'find'>
  readonly runTurn: RunTurn
  readonly ports: NoticePorts & { readonly newId: () => string; hash(purpose: string, value: string): string }
}

type Opened = {
  readonly session: Session
  readonly grant: ConsentGrant
  readonly link: UsedLink
  readonly open: readonly ConsentPurpose[]
}

/** What lies behind the page where consents are given: looking changes nothing, and each link is answered once. */
export type ConsentPage = {
  view(token: string, language: Language): Promise<ConsentPageView>
  answer(
    token: string,
    language: Language,
    choices: Readonly<Partial<Record<ConsentPurpose, boolean>>>,
  ): Promise<ConsentPageOutcome>
}

export function createConsentPage(deps: ConsentPageDependencies): ConsentPage {
  const { ports } = deps

  async function openLink(token: string): Promise<Opened | ConsentPageProblem> {
    const reading = deps.links.read(token)
    if (!reading.ok) return reading.problem
    const { content: grant, expiresAt } = reading
    const link = { tokenHash: ports.hash('consent_link', token), expiresAt }
    if (await deps.conversations.isLinkUsed(link.tokenHash)) return 'used'
    const session = await findSession(deps, grant.conversationId)
    if (!session) return 'gone'
    if (!isCurrent(ports, grant)) return 'outdated'
    const open = openPurposes({ ports, session }).filter((purpose) => grant.versions[purpose] !== undefined)
    return open.length === 0 ? 'settled' : { session, grant, link, open }
  }

  function refuse(problem: ConsentPageProblem): { readonly kind: 'problem'; readonly problem: ConsentPageProblem } {
    deps.log.warn({ code: `consent_link_${problem}` }, 'a link to the consent page was not taken')
    return { kind: 'problem', problem }
  }

  return {
    async view(token, language) {
      const opened = await openLink(token)
      if (typeof opened === 'string') return refuse(opened)
      const { session, grant, open } = opened
      const noticesOf = (purposes: readonly ConsentPurpose[]) =>
        purposes.map((purpose) => currentNotice(ports, purpose, language))
      return {
        kind: 'open',
        notices: noticesOf(open),
        changed: open.filter((purpose) => isChanged({ ports, session }, purpose)),
        settled: noticesOf(purposesOf(grant).filter((purpose) => !open.includes(purpose))),
      }
    },

    async answer(token, language, choices) {
      const opened = await openLink(token)
      if (typeof opened === 'string') return refuse(opened)
      const { session, grant, link, open } = opened
      const actor = session.draft.age === 'guardian' ? 'guardian' : 'self'
      const answers = answersTo(open, choices).map(
        (answer) => ({ ...answer, language, actor, shownAs: 'page' }) as const,
      )
      const outcome = await deps.runTurn({
        conversationId: session.conversationId,
        eventKey: `consent:${link.tokenHash}`,
        kind: 'consents',
        address: session.address,
        text: '',
        arrival: { answers, link },
      })
      if (outcome.failed) return refuse('failed')
      if (outcome.isRepeat) return refuse('used')
      const taken = outcome.consents ?? []
      if (taken.length === 0) return refuse('settled')
      await goOn(deps, session, outcome.replies)
      const isComplete = taken.length === answers.length && open.length === purposesOf(grant).length
      return { kind: 'taken', channel: session.channel, someSettled: !isComplete }
    },
  }
}

/** Who refuses collection has answered: nothing will be kept, so there is nothing else to ask. */
function answersTo(open: readonly ConsentPurpose[], choices: Readonly<Partial<Record<ConsentPurpose, boolean>>>) {
  const asked = open.includes('collect') && choices.collect === false ? (['collect'] as const) : open
  return asked.flatMap((purpose) => {
    const granted = choices[purpose]
    return granted === undefined ? [] : [{ purpose, granted }]
  })
}

function purposesOf({ versions }: ConsentGrant): readonly ConsentPurpose[] {
  return CONSENT_PURPOSES.filter((purpose) => versions[purpose] !== undefined)
}

// What is shown is what holds now, so a link made for another text would have the person agree to what they never saw.
function isCurrent(ports: NoticePorts, grant: ConsentGrant): boolean {
  return purposesOf(grant).every(
    (purpose) => ports.notices.current(purpose, 'ko', ports.now()).version === grant.versions[purpose],
  )
}
