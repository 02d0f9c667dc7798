/** The page's policy forbids code made from text: zod checks without compiling, and does not even try. */
import { config } from 'zod'

config({ jitless: true })
