import { DatabaseError } from 'pg'

/** Tells whether PostgreSQL refused because two transactions came into each other's way: the whole may be tried again. */
export function isConflict(error: unknown): boolean {
  return error instanceof DatabaseError && (error.code === '40001' || error.code === '40P01')
}

/** Tells whether a row with the same value was there already. @param constraint name of the unique constraint or index */
export function isDuplicate(error: unknown, constraint: string): boolean {
  return error instanceof DatabaseError && error.code === '23505' && error.constraint === constraint
}
