import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { installPackages, ownNode } from './install-packages.mjs'
import { report, showProgressOn, Trouble } from './progress.mjs'
import { projectFolder } from './project-folder.mjs'

/**
 * Makes sure the packages are installed, then runs a script on the project's own Node and ends as it ends.
 * @param {string} script path inside the project
 * @param {string[]} args
 * @param {string[]} [nodeOptions]
 */
export async function handOver(script, args, nodeOptions = []) {
  if (args.includes('--json')) showProgressOn(process.stderr)
  try {
    requireNode20()
    await installPackages()
  } catch (error) {
    process.exit(report(error))
  }
  const child = spawn(
    ownNode,
    ['--disable-warning=ExperimentalWarning', ...nodeOptions, join(projectFolder, script), ...args],
    {
      cwd: projectFolder,
      // The channel tells the child when this process is gone, however it went, so that it never serves on unseen.
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        PATH: `${join(projectFolder, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
      },
    },
  )
  // Ctrl-C in a terminal reaches the child directly as well; it takes a repetition within a second as one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  whenOrphaned(() => child.kill('SIGTERM'))
  child.on('error', (error) => process.exit(report(error)))
  child.on('exit', (code) => process.exit(code ?? 1))
}

function requireNode20() {
  const [major] = process.versions.node.split('.').map(Number)
  if (major === undefined || major < 20) {
    throw new Trouble(
      `This is Node.js ${process.versions.node}; version 20 or newer is needed. Install one from https://nodejs.org.`,
    )
  }
}

/**
 * npm starts us through a shell that passes no signal on: when npm is told to end, all we see is that the shell is gone.
 * @param {() => void} end
 */
function whenOrphaned(end) {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    end()
  }, 300)
  watch.unref()
}
