import { type Logger, pino } from 'pino'

/** The product's log: JSON lines on standard output. What is logged names things by id and code, never by content. */
export function createLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}
