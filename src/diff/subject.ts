import type { Evaluation } from '../model/evaluation.ts'

/** Whose judgement it is: what of an evaluation stays the same whatever came out. */
export type DiffSubject = Pick<Evaluation, 'contact' | 'agent' | 'agentName' | 'team' | 'started' | 'source'>
