/** Lists of employer lots: what is asked and told of them. */
export const importLots = {
  lotsColumn: 'Firm, as a secret fingerprint',
  lotsColumnHint:
    'The name and number of a firm are not stored. The fingerprint only tells the same firm again.',
  lotMeaning: 'Workers of this list',
  lotMeaningNames: {
    inside: 'Are in the daily counts already: the list only marks the days',
    alone: 'Are not counted yet: the counts of these days come from the list',
  },
  lotFacts: {
    added: 'New employer lots',
    changed: 'Of another size than before',
    same: 'Known already',
    workers: 'Workers, new or changed',
    firms: 'Different firms',
  },
}
