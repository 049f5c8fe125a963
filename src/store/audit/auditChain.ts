import { createHash } from 'node:crypto'

/** What the first entry ever written follows. */
export const GENESIS_HASH = Buffer.alloc(32)

/** An entry as it stands in its row; all of it but the hash goes into the hash. */
export type ChainedEntry = {
  readonly sequence: number
  /** Month in Asia/Seoul, as `2026-11`. */
  readonly segment: string
  /** Microseconds since 1970, which is all that PostgreSQL keeps of a time. */
  readonly at_us: string
  readonly who: string
  readonly surface: string
  readonly address: string | null
  readonly ticket_id: string | null
  readonly ticket_number: string | null
  readonly action: string
  readonly field: string | null
  readonly reason: string | null
}

/** A segment that will get no more entries. */
export type ClosedSegment = {
  readonly month: string
  readonly first_sequence: number
  readonly start_hash: Buffer
  readonly last_sequence: number
  readonly last_hash: Buffer
}

/** SHA-256 of the hash before and the entry as JSON with its keys in this order. */
export function hashEntry(previous: Buffer, entry: ChainedEntry): Buffer {
  const { sequence, segment, at_us, who, surface, address, ticket_id, ticket_number, action, field, reason } = entry
  const canonical = {
    sequence,
    segment,
    at_us,
    who,
    surface,
    address,
    ticket_id,
    ticket_number,
    action,
    field,
    reason,
  }
  return sha256(previous, JSON.stringify(canonical))
}

/** What a closed segment ends with and the next one starts with. It vouches for the segment when its entries are pruned. */
export function hashSegment({ month, first_sequence, start_hash, last_sequence, last_hash }: ClosedSegment): Buffer {
  const canonical = { month, first_sequence, start_hash: start_hash.toString('hex'), last_sequence }
  return sha256(last_hash, JSON.stringify(canonical))
}

function sha256(previous: Buffer, canonical: string): Buffer {
  return createHash('sha256').update(previous).update(canonical, 'utf8').digest()
}
