import { build } from 'vite'

/**
 * Builds a file of this folder like the program: the loader that runs TypeScript here would be weighed with it. Answers with the path of what
 * can be forked.
 */
export async function buildForBench(name: string): Promise<string> {
  const outDir = 'build/bench'
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: { ssr: `test/bench/${name}.ts`, outDir, target: 'node20', emptyOutDir: false },
  })
  return `${outDir}/${name}.js`
}
