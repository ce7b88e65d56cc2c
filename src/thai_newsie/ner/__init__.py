"""The statistical entity recognizer: reads names without titles, heads or lists to announce them.

`units` cuts a text into what is labelled, `features` tells what is known of one unit, `model` scores
labels, `decode` chooses the best sequence of them and `recognize` gives the entities of a text.
`train` and what it uses need the `train` extra; nothing else here needs more than numpy.
"""
