import { readFileSync, writeFileSync } from 'node:fs'

import { LOOKALIKES } from '../../../../skills/privacy/names/lookalikes.ts'
import { nameCandidates, type PlacedCandidate } from '../../../../skills/privacy/names/nameCandidates.ts'
import { endsInConsonant, nameFeatures } from '../../../../skills/privacy/names/nameFeatures.ts'
import { readCorpus } from '../corpus/readCorpus.ts'
import { BEGINNINGS, CARRIERS, ENDINGS } from './carriers.ts'
import { createChance, inventName } from './inventName.ts'
import { fitWeights, type Example } from './fitWeights.ts'

const WEIGHTS_FILE = new URL('../../../../skills/privacy/names/nameWeights.json', import.meta.url)
const CLEAN_FILES = ['a', 'b'].map(
  (name) => new URL(`../../../../skills/understanding/examples/${name}.jsonl`, import.meta.url),
)
const NAMES_PER_SENTENCE = 16
const MIXED_SENTENCES = 5000
const NAMES_PER_MARK = 12

const SENTENCES_PER_WORD = 3
const WORD_ENDINGS = [
  '이 고장 났어요',
  '가 없어요',
  '은 어디예요',
  '를 주세요',
  '에서 기다렸어요',
  '도 안 돼요',
  ' 때문에 힘들어요',
  '이랑 같이',
  '만 있어요',
  ' 옆이에요',
]

const chance = createChance(20_261_122)

/** Learns what tells a full name from a word and writes the weights; the same bytes every time. */
function main(): void {
  const lines = readCorpus('tuning')
  const clean = [
    ...CLEAN_FILES.flatMap(readTexts),
    ...lines.filter(({ spans }) => spans.length === 0).map(({ text }) => text),
  ]
  const marked = lines.flatMap(({ text, spans }) =>
    spans
      .filter((span) => span.type === 'name' && /^[가-힣]{3,4}$/.test(text.slice(span.start, span.end)))
      .map((span) => `${text.slice(0, span.start).replaceAll('@', '')}@${text.slice(span.end).replaceAll('@', '')}`),
  )
  const sentences = [
    ...CARRIERS.flatMap((carrier) => Array.from({ length: NAMES_PER_SENTENCE }, () => carrier)),
    ...Array.from({ length: MIXED_SENTENCES }, () => `${chance.pick(BEGINNINGS)}@${chance.pick(ENDINGS)}`),
    ...marked.flatMap((sentence) => Array.from({ length: NAMES_PER_MARK }, () => sentence)),
  ]
  const words = [...LOOKALIKES].flatMap((word) =>
    Array.from({ length: SENTENCES_PER_WORD }, () => word + chance.pick(WORD_ENDINGS)),
  )
  const examples = [
    ...words.flatMap(nameCandidates).map((candidate) => toExample(candidate, false)),
    ...clean.flatMap(nameCandidates).map((candidate) => toExample(candidate, false)),
    ...sentences.flatMap(named),
  ]
  const weights = fitWeights(examples)
  writeFileSync(WEIGHTS_FILE, `${JSON.stringify(weights, undefined, 2)}\n`)
  process.stdout.write(`${examples.length} examples, ${Object.keys(weights).length} weights.\n`)
}

function readTexts(file: URL): readonly string[] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly text: string }).text)
}

/** The sentence with an invented name in it: the name itself, and nothing else of it, is a name. */
function named(sentence: string): readonly Example[] {
  const name = inventName(chance)
  const start = sentence.indexOf('@')
  const rest = sentence.slice(start + 1)
  const particle = /^\[([^\]/]*)\/([^\]]*)\]/.exec(rest)
  const fitting = particle ? (endsInConsonant(name) ? particle[1] : particle[2]) + rest.slice(particle[0].length) : rest
  const text = sentence.slice(0, start) + name + fitting
  return nameCandidates(text)
    .filter((candidate) => candidate.start === start && candidate.end === start + name.length)
    .map((candidate) => toExample(candidate, true))
}

function toExample(candidate: PlacedCandidate, isName: boolean): Example {
  return { features: nameFeatures(candidate), isName }
}

main()
