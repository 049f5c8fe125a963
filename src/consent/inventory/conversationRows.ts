import type { ActivityBody, Draft, Session } from '../../conversations/session.ts'
import { CONTACT, type InventoryRow, LINK, PROOF, TECHNICAL, WORDS } from './row.ts'

const DIALOG: InventoryRow = { ...TECHNICAL, recipients: { record: [], person: [] }, retention: 'conversation' }
/** What the dialogs remember for themselves. */
const INNER: InventoryRow = { ...DIALOG, recipients: { record: [] }, mask: 'hidden' }
const SAID: InventoryRow = { ...WORDS, retention: 'conversation' }
const DRAFTED: InventoryRow = {
  ...SAID,
  recipients: { record: ['collect'], person: [] },
  retention: 'draft',
}
const READ_OUT: InventoryRow = { ...DIALOG, retention: 'draft' }
const DRAFTED_CONTACT: InventoryRow = {
  ...CONTACT,
  recipients: { record: ['collect'], person: [] },
  retention: 'draft',
}

/** What a person has told on the way to a ticket. */
export const draftRows = {
  age: READ_OUT,
  guardian: READ_OUT,
  anonymous: READ_OUT,
  story: DRAFTED,
  health: READ_OUT,
  type: READ_OUT,
  category: READ_OUT,
  department: READ_OUT,
  urgency: READ_OUT,
  crisis: READ_OUT,
  abstained: READ_OUT,
  when: DRAFTED,
  where: DRAFTED,
  wish: DRAFTED,
  phone: DRAFTED_CONTACT,
  goodTime: DRAFTED,
  callback: DRAFTED_CONTACT,
  relation: DRAFTED,
  askFor: { ...INNER, retention: 'draft' },
  photos: { ...INNER, retention: 'draft' },
  trail: { ...INNER, retention: 'draft' },
  wantsAnswer: { ...INNER, retention: 'draft' },
  order: { ...INNER, retention: 'draft' },
  filing: { ...INNER, retention: 'draft' },
} as const satisfies Record<keyof Draft, InventoryRow>

/** The state of a conversation between turns. */
export const sessionRows = {
  v: INNER,
  conversationId: { ...LINK, retention: 'conversation' },
  channel: DIALOG,
  language: DIALOG,
  isDurable: INNER,
  version: INNER,
  lastTurnAt: DIALOG,
  nextSequence: INNER,
  dialogState: INNER,
  prompt: INNER,
  // Row by row above.
  draft: DRAFTED,
  vault: { ...CONTACT, recipients: { record: ['collect'], person: [] }, retention: 'conversation', mask: 'token' },
  consents: PROOF,
  noticeVersions: PROOF,
  pagedCrises: { ...DIALOG, purposes: ['safety'] },
  incident: { ...INNER, purposes: ['safety'] },
  easy: DIALOG,
  lastEvent: INNER,
  toldScrubbed: INNER,
  toldCalm: INNER,
  address: { ...LINK, retention: 'conversation' },
} as const satisfies Record<keyof Session, InventoryRow>

/** One activity of a transcript. */
export const activityRows = {
  type: DIALOG,
  text: SAID,
  locale: DIALOG,
  suggestedActions: DIALOG,
  link: DIALOG,
  channelData: DIALOG,
  from: { ...LINK, recipients: { record: ['collect'], person: ['collect'] }, retention: 'conversation' },
  deliveryId: DIALOG,
  receipt: DIALOG,
  part: INNER,
} as const satisfies Record<keyof ActivityBody, InventoryRow>
