import type { Command } from 'commander'

/** Prints the answer of a command: as JSON when asked for, otherwise as sentences. */
export function answer(command: Command, value: unknown, sentences: readonly string[]): void {
  const { json = false } = command.optsWithGlobals<{ json?: boolean }>()
  process.stdout.write(json ? `${JSON.stringify(value)}\n` : `${sentences.join('\n')}\n`)
}
