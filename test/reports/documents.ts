import { privacyDocument } from '../../src/reports/privacyDocument.ts'
import { measureDetection } from '../skills/privacy/measure.ts'
import { measureUnderstanding } from '../skills/understanding/measuring/measureUnderstanding.ts'
import { understandingDocument } from '../skills/understanding/measuring/understandingDocument.ts'

/** A document made from the code: where it lies, from the project's root, and how it is made. */
type MadeDocument = { readonly path: string; readonly make: () => string }

export const DOCUMENTS: readonly MadeDocument[] = [
  { path: 'docs/privacy.md', make: () => privacyDocument(measureDetection()) },
  { path: 'docs/understanding.md', make: () => understandingDocument(measureUnderstanding()) },
]
