"""Reading numbers back from running text, in any language of CLDR: values, not pictures of digits."""
