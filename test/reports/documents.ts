import { privacyDocument } from '../../src/reports/privacyDocument.ts'
import { measureDetection } from '../skills/privacy/measure.ts'

/** A document made from the code: where it lies, from the project's root, and how it is made. */
type MadeDocument = { readonly path: string; readonly make: () => string }

export const DOCUMENTS: readonly MadeDocument[] = [
  { path: 'docs/privacy.md', make: () => privacyDocument(measureDetection()) },
]
