"""The statistical recognizer: it reads names that no title, head word or table announces.

It labels tokens with a linear-chain conditional random field (Lafferty, McCallum and Pereira, "Conditional Random Fields:
Probabilistic Models for Segmenting and Labeling Sequence Data", ICML 2001) over a linear model and a small convolutional
network. Labels are B-PERSON (a person begins), I-PERSON (it goes on), and so on, and O (no entity).

`tokens` cuts a text into tokens, `features` says what is known of one token, `model` scores the labels of each token,
`decode` finds the best sequence of labels, and `recognize` gives the entities of a text. All of it runs on NumPy.
"""
