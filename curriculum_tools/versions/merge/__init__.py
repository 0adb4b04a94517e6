"""Merging versions into one guide: join, choose, fold, order, number, print, account."""
