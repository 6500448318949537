// What a person sees while a command works: one line a step, and one sentence when something is in the way.

/** Something the person at the keyboard can put right: shown as a sentence, without a stack trace. */
export class Trouble extends Error {
  name = 'Trouble'
}

/** @param {number} milliseconds */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

/** @type {NodeJS.WriteStream} */
let screen = process.stdout

/** Sends the progress elsewhere, for a command whose own answer is the only thing wanted on standard output. */
export function showProgressOn(/** @type {NodeJS.WriteStream} */ stream) {
  screen = stream
}

/** @param {string} line */
export function say(line) {
  screen.write(`${line}\n`)
}

/**
 * Runs one step and prints its line: the name at once, the seconds when it is done.
 * The work gets a function that adds a word about how far it is.
 * @template Value
 * @param {string} name
 * @param {(progress: (note: string) => void) => Value | Promise<Value>} work
 * @returns {Promise<Value>}
 */
export async function step(name, work) {
  const began = Date.now()
  const live = screen.isTTY === true
  let open = false
  const print = (/** @type {string} */ text) => {
    if (live) screen.write(`\r\u001B[2K${text}`)
    open = live
  }
  print(`  ${name} ...`)
  try {
    const value = await work((note) => print(`  ${name} ... ${note}`))
    screen.write(`${open ? '\r\u001B[2K' : ''}  ${name}  ${seconds(Date.now() - began)}\n`)
    return value
  } catch (error) {
    screen.write(`${open ? '\r\u001B[2K' : ''}  ${name}  stopped after ${seconds(Date.now() - began)}\n`)
    throw error
  }
}

/**
 * Says what is in the way and returns the exit code. Anything that is not a known trouble is a bug and keeps its stack.
 * @param {unknown} error
 * @returns {number}
 */
export function report(error) {
  const known = knownTrouble(error)
  process.stderr.write(
    known === undefined ? `${error instanceof Error ? error.stack : String(error)}\n` : `\n${known}\n`,
  )
  return 1
}

/**
 * @param {unknown} error
 * @returns {string | undefined}
 */
function knownTrouble(error) {
  if (!(error instanceof Error)) return undefined
  if (error instanceof Trouble) return error.message
  if ('code' in error && (error.code === 'ENOSPC' || error.code === '53100')) return diskFull
  if ('code' in error && error.code === 'EADDRINUSE') {
    return 'The port was taken by another program just now: end that program, or choose another port with PORT.'
  }
  if ('code' in error && (error.code === 'EACCES' || error.code === 'EROFS') && 'path' in error) {
    return `This user may not write ${String(error.path)}: give it the right to, or use a copy of the project in a folder of its own.`
  }
  return undefined
}

export const diskFull =
  'The disk is full: free some space (about 1 GB is enough) and give the command again. Nothing is lost.'
