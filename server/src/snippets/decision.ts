/** The decisions that a letter knows, in its own words. The model of the determination uses the same. */
export type DecisionValue = 'Upheld' | 'Overturned';
