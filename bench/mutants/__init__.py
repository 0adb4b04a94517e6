"""Do the tests notice when the source is wrong?

A mutant is the source with one small mistake in it: another comparison, an argument left out, a
text in capitals. The tests of its room should fail. Which mistakes are made is known to mutmut;
here a sample of them is drawn, so that few hours say something about the whole.
"""
