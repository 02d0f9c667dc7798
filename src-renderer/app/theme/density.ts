/** Comfortable or compact rows, for components whose structure differs between the two. Heights alone are CSS variables. */
import { createContext, useContext } from 'react'

export type Density = 'comfortable' | 'compact'

export const DensityContext = createContext<Density>('comfortable')

/** The density the user chose. */
export const useDensity = (): Density => useContext(DensityContext)
