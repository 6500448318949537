import { join } from 'node:path'
import { step } from '../bootstrap/progress.mjs'
import { projectFolder } from '../bootstrap/project-folder.mjs'
import { withFileLock } from '../database/file-lock.ts'
import { compressAssets } from './compress-assets.ts'
import { whenChanged } from './fingerprint.ts'
import { requireTool } from './run-tool.ts'

const messageSources = ['messages', 'project.inlang/settings.json', 'package-lock.json']
const clientSources = ['prisma/schema', 'prisma.config.ts', 'package-lock.json']

/** Everything that ends up in, or decides about, the built pages. */
export const pageSources = [
  'app',
  'public',
  'messages',
  'project.inlang/settings.json',
  'prisma/schema',
  'vite.config.ts',
  'react-router.config.ts',
  'tsconfig.json',
  'package-lock.json',
]

/** Makes what the sources need before they run: the messages and the database client, and the built pages if asked. */
export async function prepare({ pages }: { pages: boolean }): Promise<void> {
  await withFileLock(join(projectFolder, '.data', 'prepare.lock'), async () => {
    await stepWhenChanged('Preparing the messages', messageSources, 'app/paraglide/.stamp', compileMessages)
    await stepWhenChanged(
      'Preparing the database client',
      clientSources,
      'app/platform/db/generated/.stamp',
      generateClient,
    )
    if (pages) await stepWhenChanged('Building the pages', pageSources, 'build/.stamp', buildPages)
  })
}

async function stepWhenChanged(name: string, sources: readonly string[], stamp: string, work: () => Promise<void>) {
  await whenChanged(sources, stamp, () => step(name, work))
}

async function compileMessages(): Promise<void> {
  const { compile } = await import('@inlang/paraglide-js')
  await compile({
    project: join(projectFolder, 'project.inlang'),
    outdir: join(projectFolder, 'app/paraglide'),
    outputStructure: 'locale-modules',
  })
}

async function generateClient(): Promise<void> {
  await requireTool('prisma/build/index.js', ['generate'], {
    // The generator insists on a schema engine that it does not use; any program saves it the download.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  })
}

async function buildPages(): Promise<void> {
  await requireTool('@react-router/dev/bin.cjs', ['build'], { NODE_ENV: 'production' })
  await compressAssets(join(projectFolder, 'build', 'client', 'assets'))
}
