import type { Stage } from './stage.ts'

export async function playStories(_stage: Stage): Promise<void> {}
