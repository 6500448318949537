import { format } from 'node:util'

// A warning is a defect that nobody has looked at yet: in a test it fails the test.
for (const level of ['warn', 'error'] as const) {
  console[level] = (...words: unknown[]) => {
    throw new Error(`console.${level} during a test: ${format(...words)}`)
  }
}
process.on('warning', (warning) => {
  if (warning.name !== 'ExperimentalWarning') throw warning
})
