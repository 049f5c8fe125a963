import type { Turn } from './turn.ts'

/** Tells whether praise or an idea is being told: nobody looks into a day or a place for those. */
export function isPraise({ draft }: Turn): boolean {
  return draft.type === 'compliment' || draft.type === 'suggestion'
}
