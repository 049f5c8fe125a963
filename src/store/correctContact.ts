import type { TicketContent } from '../tickets/ticket.ts'
import { readContent } from './readContent.ts'
import { sealJson } from './sealedJson.ts'
import { placeOf } from './sealedPlaces.ts'
import { ticketKey } from './ticketKey.ts'
import type { TxParts } from './ticketTx.ts'

/** Replaces a ticket's name or phone; see `TicketTx`. */
export async function correctContact(
  { trx, keys }: Pick<TxParts, 'trx' | 'keys'>,
  ticketId: string,
  contact: Partial<Pick<TicketContent, 'name' | 'phone'>>,
): Promise<void> {
  // Locked before it is read, so that nobody's change in between is lost.
  await trx.selectFrom('tickets').select('id').where('id', '=', ticketId).forUpdate().execute()
  const content: TicketContent = { ...(await readContent(trx, keys, ticketId)), ...contact }
  const sealed = sealJson(await ticketKey(trx, keys, ticketId), content, placeOf.content(ticketId))
  await trx.updateTable('tickets').set({ content: sealed }).where('id', '=', ticketId).execute()
}
