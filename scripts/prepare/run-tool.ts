import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { diskFull, Trouble } from '../bootstrap/progress.mjs'
import { projectFolder } from '../bootstrap/project-folder.mjs'

export type ToolResult = { code: number; output: string }

const running = new Set<ReturnType<typeof spawn>>()

/** Ends the tools that still run, when the command itself is told to end. */
export function stopTools(): void {
  for (const child of running) child.kill('SIGTERM')
}

/** Runs a tool of node_modules on this Node and collects what it prints. `tool` is a path inside node_modules. */
export function runTool(
  tool: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectFolder, 'node_modules', tool), ...args], {
      cwd: projectFolder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...environment },
    })
    running.add(child)
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      running.delete(child)
      resolve({ code: code ?? 1, output })
    })
  })
}

/** The same for a step that must succeed; what the tool printed is the explanation when it does not. */
export async function requireTool(
  tool: string,
  args: readonly string[],
  environment?: Record<string, string>,
): Promise<void> {
  const { code, output } = await runTool(tool, args, environment)
  if (code === 0) return
  if (/ENOSPC|no space left on device/i.test(output)) throw new Trouble(diskFull)
  throw new Trouble(`${output.trim()}\n\nThe sources of this checkout do not build: see above.`)
}
