# Only a comment
